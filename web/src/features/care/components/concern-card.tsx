import { type Concern, useCloseConcern, useReadConcern, useWriteOnConcern } from "features/care/api/concerns";
import { NameBehindConcern } from "features/care/components/name-opening-card";
import { NoteCard } from "features/care/components/note-card";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useEffect, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { SaidList } from "ui/said/said-list";
import { WriteBox } from "ui/said/write-box";
import { Sees } from "ui/sees/sees";

/** A concern, for either of the two. */
export function ConcernCard({ concern }: { concern: Concern }) {
  const say = useSay();
  const dates = useDates();
  const { mutate: read } = useReadConcern(concern.id);
  const count = concern.messages.length;
  useEffect(() => {
    if (count > 0) read();
  }, [count, read]);
  const isContact = concern.side === "contact";
  return (
    <>
      <Card
        title={isContact ? concern.with : say(`concern.wish_${concern.wish}`)}
        beside={<Sees>{say("concern.sees_both", { name: concern.with })}</Sees>}
      >
        <p>
          {say(isContact ? `concern.contact_${concern.wish}` : `concern.happens_${concern.wish}`, {
            name: concern.with,
          })}
        </p>
        {concern.excerpt && <ExcerptOf concern={concern} excerpt={concern.excerpt} />}
        <SaidList
          said={concern.messages.map((one) => ({
            key: one.id,
            isOwn: one.is_own,
            by: one.is_own ? say("concern.you") : concern.with,
            when: dates.day(one.written_on),
            text: one.text,
          }))}
        />
        {concern.closed_on && <p>{say("concern.closed_on", { day: dates.day(concern.closed_on) })}</p>}
        {!concern.closed_on && !concern.is_contact_there && (
          <p>{say("concern.contact_gone", { name: concern.with })}</p>
        )}
        {concern.away_until_on && (
          <p>
            {say("concern.away", {
              name: concern.with,
              day: dates.day(concern.away_until_on),
              substitute: concern.substitute ?? "none",
            })}
          </p>
        )}
        {concern.allowed_actions.includes("write") && <ConcernComposer concern={concern} />}
        <p className="quiet">
          {say("concern.kept_until", { day: dates.day(concern.kept_until) })}
          {!isContact && !concern.closed_on && ` ${say("concern.told_daily", { name: concern.with })}`}
        </p>
      </Card>
      {isContact && <NameBehindConcern concern={concern} />}
      {concern.allowed_actions.includes("keep_note") && <NoteCard concern={concern} />}
    </>
  );
}

function ExcerptOf({ concern, excerpt }: { concern: Concern; excerpt: NonNullable<Concern["excerpt"]> }) {
  const say = useSay();
  const dates = useDates();
  const picker = concern.side === "person" ? say("concern.you") : concern.with;
  const partner = excerpt.partner || say("concern.without_name");
  return (
    <details>
      <summary>{say("concern.excerpt", { count: excerpt.items.length, partner })}</summary>
      <SaidList
        said={excerpt.items.map((one) => ({
          key: `${one.written_at}${one.text}`,
          isOwn: one.is_own,
          by: one.is_own ? picker : partner,
          when: dates.moment(one.written_at),
          text: one.text,
        }))}
      />
    </details>
  );
}

function ConcernComposer({ concern }: { concern: Concern }) {
  const say = useSay();
  const write = useWriteOnConcern(concern.id);
  const close = useCloseConcern(concern.id);
  const [text, setText] = useState("");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <WriteBox
        label={say("concern.reply")}
        submit={say("concern.send")}
        text={text}
        onType={setText}
        send={write.mutate}
        busy={write.isPending}
        trouble={write.error ?? close.error}
      >
        {concern.allowed_actions.includes("close") && (
          <Button kind="bare" onClick={() => setAsking(true)}>
            {say("concern.close")}
          </Button>
        )}
      </WriteBox>
      <Confirm
        open={asking}
        question={say("concern.close_question")}
        yes={say("concern.close")}
        busy={close.isPending}
        onYes={() => close.mutate(undefined, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("concern.close_means")}</p>
      </Confirm>
    </>
  );
}
