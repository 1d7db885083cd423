import {
  type Guide,
  type Notebook,
  useGuides,
  useSkipPrompts,
  useSkippedPrompts,
} from "features/meeting/api/notebook";
import styles from "features/meeting/components/guide-card.module.css";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { SelectField } from "ui/form/fields";
import { Lane, Lanes } from "ui/lanes/lanes";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

interface GuideCardProps {
  /** What it is called on its page, if not simply the guide. */
  title?: string;
  /** The key of the guide to begin with. */
  guide: string;
  side: Notebook["side"];
  partner: string;
  pairingId: string;
  /** The meeting at which it stands; at none, what was skipped is remembered with the pair. */
  meetingId?: string;
  surpriseCard?: string | null;
}

/** What a conversation can be about: three parts, what each side brings, prompts. All of it may be skipped. */
export function GuideCard({
  title,
  guide,
  side,
  partner,
  pairingId,
  meetingId,
  surpriseCard,
}: GuideCardProps) {
  const say = useSay();
  const guides = useGuides();
  const [chosen, setChosen] = useState(guide);
  return (
    <Card
      title={title ?? say("guide.title")}
      beside={<span className="small quiet">{say("guide.all_may_be_skipped")}</span>}
    >
      <Answered query={guides}>
        {({ items }) => {
          const shown = items.find(({ key }) => key === chosen) ?? items[0];
          if (!shown) return null;
          return (
            <div className="stack">
              <p className={styles.name}>
                {shown.title}{" "}
                <span className="small quiet">{say("meeting.minutes", { minutes: shown.minutes })}</span>
              </p>
              <Parts guide={shown} />
              <Brings guide={shown} side={side} partner={partner} />
              {surpriseCard && chosen === guide && <SurpriseCard text={surpriseCard} />}
              <Prompts guide={shown} pairingId={pairingId} of={meetingId ?? pairingId} />
              <details>
                <summary>{say("guide.another")}</summary>
                <SelectField
                  label={say("guide.which")}
                  value={shown.key}
                  options={items.map(({ key, title }) => ({ value: key, label: title }))}
                  onChange={
                    ((event: { currentTarget: HTMLSelectElement }) =>
                      setChosen(event.currentTarget.value)) as never
                  }
                />
              </details>
            </div>
          );
        }}
      </Answered>
    </Card>
  );
}

function Parts({ guide }: { guide: Guide }) {
  const say = useSay();
  return (
    <div className={styles.parts}>
      {(["opening", "core", "closing"] as const).map((part) => (
        <section key={part}>
          <h3>{say(`guide.${part}`, { minutes: guide[part].minutes })}</h3>
          <ul>
            {guide[part].lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Brings({ guide, side, partner }: { guide: Guide; side: Notebook["side"]; partner: string }) {
  const say = useSay();
  const lane = (of: Notebook["side"]) => (
    <Lane
      side={of === "mentor" ? "teaches" : "learns"}
      title={of === side ? say("guide.you_bring") : say("guide.partner_brings", { partner })}
    >
      {(of === "mentor" ? guide.mentor_brings : guide.mentee_brings).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Lane>
  );
  return (
    <Lanes>
      {lane(side)}
      {lane(side === "mentor" ? "mentee" : "mentor")}
    </Lanes>
  );
}

function SurpriseCard({ text }: { text: string }) {
  const say = useSay();
  return (
    <details className={styles.surprise}>
      <summary>{say("guide.surprise_card")}</summary>
      <p className={styles.asked}>{text}</p>
      <p className="small quiet">{say("guide.surprise_same_for_both")}</p>
    </details>
  );
}

interface PromptsProps {
  guide: Guide;
  pairingId: string;
  of: string;
}

/** One by one; each can be skipped, for oneself alone, and all be asked again. */
function Prompts({ guide, pairingId, of }: PromptsProps) {
  const say = useSay();
  const kept = useSkippedPrompts(pairingId);
  const skip = useSkipPrompts(pairingId);
  if (!kept.data) return <Trouble of={kept.error} />;
  // What is on its way counts already.
  const all = skip.isPending ? [...kept.data.items, skip.variables] : kept.data.items;
  const skipped = all.findLast((one) => one.of_id === of && one.guide === guide.key)?.numbers ?? [];
  const ask = (numbers: number[]) => skip.mutate({ of_id: of, guide: guide.key, numbers });
  const left = guide.prompts
    .map((prompt, at) => ({ prompt, number: at + 1 }))
    .filter(({ number }) => !skipped.includes(number));
  return (
    <section className="stack">
      {left.length > 0 && <h3>{say("guide.prompts")}</h3>}
      <ul className={styles.prompts}>
        {left.map(({ prompt, number }) => (
          <li key={prompt}>
            <span>{prompt}</span>
            <Button
              kind="bare"
              label={say("guide.skip_this", { prompt })}
              onClick={() => ask([...skipped, number])}
            >
              {say("guide.skip")}
            </Button>
          </li>
        ))}
      </ul>
      {left.length === 0 && <p className="quiet">{say("guide.no_prompts_left")}</p>}
      {skipped.length > 0 && (
        <div>
          <Button kind="bare" onClick={() => ask([])}>
            {say("guide.ask_again")}
          </Button>
        </div>
      )}
      <Trouble of={skip.error} />
    </section>
  );
}
