import type { Concern } from "features/care/api/concerns";
import { type NameOpening, useAgreeToName, useAskName } from "features/care/api/name-openings";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { LongTextField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";

/** The name behind a concern from anonymous first, for the contact: how it stands, or asking that it be opened. */
export function NameBehindConcern({ concern }: { concern: Concern }) {
  const say = useSay();
  if (concern.name_opening)
    return (
      <Card title={say("name_opening.title")}>
        <HowItStands opening={concern.name_opening} />
      </Card>
    );
  return concern.allowed_actions.includes("ask_name") ? <AskForName concern={concern} /> : null;
}

function AskForName({ concern }: { concern: Concern }) {
  const say = useSay();
  const ask = useAskName(concern.id);
  const [danger, setDanger] = useState("");
  const [asking, setAsking] = useState(false);
  return (
    <Card title={say("name_opening.title")}>
      <p>{say("name_opening.only_for_danger")}</p>
      <LongTextField
        label={say("name_opening.danger")}
        hint={say("name_opening.danger_hint")}
        maxLength={2000}
        value={danger}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => setDanger(event.currentTarget.value)) as never
        }
      />
      <Trouble of={ask.error} />
      <div>
        <Button disabled={!danger.trim()} onClick={() => setAsking(true)}>
          {say("name_opening.ask")}
        </Button>
      </div>
      <Confirm
        open={asking}
        question={say("name_opening.ask_question")}
        yes={say("name_opening.ask")}
        busy={ask.isPending}
        onYes={() => ask.mutate({ danger }, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("name_opening.ask_meaning")}</p>
      </Confirm>
    </Card>
  );
}

/** For the two who open it, and for other administrators without the name. */
function HowItStands({ opening }: { opening: NameOpening }) {
  const say = useSay();
  const dates = useDates();
  return (
    <>
      <p>{say("name_opening.asked", { name: opening.asked_by, day: dates.day(opening.asked_on) })}</p>
      <p>{opening.danger}</p>
      {opening.agreed_by && opening.agreed_on ? (
        <p>{say("name_opening.agreed", { name: opening.agreed_by, day: dates.day(opening.agreed_on) })}</p>
      ) : (
        <p className="quiet">{say("name_opening.waits")}</p>
      )}
      {opening.name && <p>{say("name_opening.is", { name: opening.name })}</p>}
    </>
  );
}

/** For an administrator: agreeing, as the second of two. */
export function NameOpeningCard({ opening }: { opening: NameOpening }) {
  const say = useSay();
  const agree = useAgreeToName(opening.id);
  const [asking, setAsking] = useState(false);
  return (
    <Card title={opening.programme.name}>
      <HowItStands opening={opening} />
      <Trouble of={agree.error} />
      {!opening.agreed_on && (
        <div>
          <Button onClick={() => setAsking(true)}>{say("name_opening.agree")}</Button>
        </div>
      )}
      <Confirm
        open={asking}
        question={say("name_opening.agree_question")}
        yes={say("name_opening.agree")}
        busy={agree.isPending}
        onYes={() => agree.mutate(undefined, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("name_opening.agree_meaning", { name: opening.asked_by })}</p>
      </Confirm>
    </Card>
  );
}
