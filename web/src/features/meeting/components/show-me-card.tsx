import { type Notebook, type TeachBack, useTick } from "features/meeting/api/notebook";
import styles from "features/meeting/components/notebook.module.css";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { SelectField } from "ui/form/fields";
import { TickField } from "ui/form/tick-field";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

interface ShowMeCardProps {
  notebook: Notebook;
  partner: string;
  /** From which whoever learns may add one. */
  topics: { key: string; name: string }[];
}

/** Three things a topic that can be seen. Whoever learns ticks, then both. */
export function ShowMeCard({ notebook, partner, topics }: ShowMeCardProps) {
  const say = useSay();
  const learns = notebook.side === "mentee";
  const shown = new Set(notebook.teach_backs.map(({ topic }) => topic));
  return (
    <Card title={say("show_me.title")} beside={<Sees>{say("meeting.sees_two")}</Sees>}>
      <p className="quiet">{say(learns ? "show_me.you_tick" : "show_me.partner_ticks", { partner })}</p>
      {notebook.teach_backs.map((one) => (
        <Shown key={one.topic} notebook={notebook} teachBack={one} partner={partner} />
      ))}
      {learns && notebook.may_write && (
        <AnotherTopic notebook={notebook} topics={topics.filter(({ key }) => !shown.has(key))} />
      )}
    </Card>
  );
}

function Shown({
  notebook,
  teachBack,
  partner,
}: {
  notebook: Notebook;
  teachBack: TeachBack;
  partner: string;
}) {
  const say = useSay();
  const tick = useTick(notebook.id);
  const learns = notebook.side === "mentee";
  const ticked = teachBack.criteria.map((one) => (learns ? one.is_ticked : one.is_ticked_by_both));
  // What was just ticked stands until the answer is there.
  const sent = tick.isPending ? tick.variables.ticked : undefined;
  const toggle = (index: number) =>
    tick.mutate(
      {
        topic: teachBack.topic,
        version: teachBack.version,
        ticked: ticked.flatMap((is, at) => ((at === index ? !is : is) ? [at + 1] : [])),
      },
      { onError: () => void tick.again() },
    );
  const how = ({ is_ticked, is_ticked_by_both }: TeachBack["criteria"][number]) => {
    if (is_ticked_by_both) return say("show_me.both");
    if (!is_ticked) return undefined;
    return learns ? say("show_me.you_alone") : say("show_me.partner_alone", { partner });
  };
  return (
    <fieldset className="stack">
      <legend>
        <strong>{teachBack.name}</strong>
      </legend>
      <ul className={styles.items}>
        {teachBack.criteria.map((criterion, index) => (
          <li key={criterion.text}>
            <TickField
              label={criterion.text}
              hint={how(criterion)}
              checked={sent ? sent.includes(index + 1) : (ticked[index] ?? false)}
              disabled={!notebook.may_write || tick.isPending || (!learns && !criterion.is_ticked)}
              onChange={() => toggle(index)}
            />
          </li>
        ))}
      </ul>
      <Trouble of={tick.error} />
    </fieldset>
  );
}

function AnotherTopic({ notebook, topics }: { notebook: Notebook; topics: ShowMeCardProps["topics"] }) {
  const say = useSay();
  const [topic, setTopic] = useState("");
  const tick = useTick(notebook.id);
  return (
    <details>
      <summary>{say("show_me.another")}</summary>
      <div className="stack">
        <SelectField
          label={say("show_me.topic")}
          value={topic}
          options={[
            { value: "", label: say("show_me.choose") },
            ...topics.map(({ key, name }) => ({ value: key, label: name })),
          ]}
          onChange={
            ((event: { currentTarget: HTMLSelectElement }) => setTopic(event.currentTarget.value)) as never
          }
        />
        <div>
          <Button
            busy={tick.isPending}
            disabled={topic === ""}
            onClick={() => tick.mutate({ topic, version: 0, ticked: [] }, { onSuccess: () => setTopic("") })}
          >
            {say("show_me.add")}
          </Button>
        </div>
        <Trouble of={tick.error} />
      </div>
    </details>
  );
}
