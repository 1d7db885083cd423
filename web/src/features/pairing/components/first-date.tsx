import { type LinkedExploratory, useMoveLinkedExploratory } from "features/pairing/api/linked-exploratory";
import { FirstConversationFields } from "features/pairing/components/first-conversation-fields";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { ChoiceField } from "ui/form/choice-field";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Trouble } from "ui/state/trouble";

interface FirstDateProps {
  date: LinkedExploratory;
  token: string;
}

/** The date of a first conversation, and other times for it: those that fit both, or one that is typed. */
export function FirstDate({ date, token }: FirstDateProps) {
  const say = useSay();
  const dates = useDates();
  const [typing, setTyping] = useState(false);
  return (
    <section className="stack">
      <h3>
        {dates.dayOf(date.time.starts_at)}, {dates.time(date.time.starts_at)}
      </h3>
      <p>{[say(`pairing.mode_${date.mode}`), date.place].filter(Boolean).join(" · ")}</p>
      {typing ? (
        <TypedDate key={date.version} date={date} token={token} onDone={() => setTyping(false)} />
      ) : (
        <>
          {date.slots.length > 0 && <FittingDates key={date.version} date={date} token={token} />}
          <div className="row">
            <Button kind="bare" onClick={() => setTyping(true)}>
              {say("date.type_it")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function FittingDates({ date, token }: FirstDateProps) {
  const say = useSay();
  const dates = useDates();
  const move = useMoveLinkedExploratory(token);
  const [chosen, setChosen] = useState(date.slots[0]?.starts_at ?? "");
  const slot = date.slots.find(({ starts_at }) => starts_at === chosen);
  const { version, time_zone, mode, place } = date;
  return (
    <>
      <ChoiceField
        label={say("date.another_time")}
        value={chosen}
        onChange={setChosen}
        options={date.slots.map(({ starts_at }) => ({
          value: starts_at,
          label: `${dates.dayOf(starts_at)}, ${dates.time(starts_at)}`,
        }))}
      />
      <div className="row">
        <Button
          busy={move.isPending}
          onClick={() =>
            slot && move.mutate({ version, starts_local: slot.starts_local, time_zone, mode, place })
          }
        >
          {say("date.move_to_this")}
        </Button>
      </div>
      <Trouble of={move.error} />
    </>
  );
}

function TypedDate({ date, token, onDone }: FirstDateProps & { onDone: () => void }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { starts_local: date.time.starts_local, mode: date.mode, place: date.place },
    request: useMoveLinkedExploratory(token),
    body: (values) => ({ ...values, version: date.version, time_zone: date.time.time_zone }),
    onDone,
  });
  return (
    <RequestForm
      form={form}
      submit={say("pairing.set_date")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("meeting.leave_it")}
        </Button>
      }
    >
      <FirstConversationFields form={form} zone={date.time.time_zone} sees={say("meeting.sees_mail")} />
    </RequestForm>
  );
}
