import { type Circle, useCancelCircleDate, useSetCircleDate } from "features/circle/api/circles";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Button } from "ui/button/button";
import { Confirm } from "ui/confirm/confirm";
import { SelectField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Trouble } from "ui/state/trouble";

const lengths = ["45", "60", "90", "120"];

interface CircleDateProps {
  circle: Circle;
  /** Setting a date is the next step of the page. */
  isNext?: boolean;
}

/** The next date of a circle, and what any of its members may do about it. */
export function CircleDate({ circle, isNext = false }: CircleDateProps) {
  const say = useSay();
  const [isSetting, setSetting] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const cancel = useCancelCircleDate(circle.id);
  const { next } = circle;
  const may = (action: Circle["allowed_actions"][number]) => circle.allowed_actions.includes(action);
  const close = () => setSetting(false);

  if (isSetting) return <CircleDateForm circle={circle} onDone={close} />;
  return (
    <div className="stack">
      <Stands circle={circle} />
      <div className="row">
        {may("set_date") && (
          <Button kind={isNext && !next ? "filled" : "plain"} onClick={() => setSetting(true)}>
            {say(next ? "circle.move" : "circle.set")}
          </Button>
        )}
        {next && (
          <a href={`/api/circles/${circle.id}/calendar`} download="date.ics">
            {say("circle.calendar")}
          </a>
        )}
        {next && may("cancel_date") && (
          <Button kind="bare" onClick={() => setAsking(true)}>
            {say("circle.cancel")}
          </Button>
        )}
      </div>
      <Trouble of={cancel.error} />
      {next && (
        <Confirm
          open={isAsking}
          question={say("circle.cancel_question")}
          yes={say("circle.cancel_yes")}
          busy={cancel.isPending}
          onYes={() => cancel.mutate(next.version, { onSettled: () => setAsking(false) })}
          onNo={() => setAsking(false)}
        >
          <p>{say("circle.cancel_below")}</p>
        </Confirm>
      )}
    </div>
  );
}

/** "Thursday 14 January, 12:30" and where; or when one is due. */
function Stands({ circle }: { circle: Circle }) {
  const say = useSay();
  const dates = useDates();
  const { next, due } = circle;
  if (!next)
    return (
      <>
        <p>{say("circle.no_date")}</p>
        <p className="quiet">
          {due
            ? say("circle.due", { from: dates.day(due.from_on), until: dates.day(due.until_on) })
            : say("circle.first_due")}
        </p>
      </>
    );
  const isLink = /^https:\/\/\S+$/.test(next.place);
  return (
    <>
      <p>
        <strong>
          {dates.dayOf(next.starts_at)}, {dates.time(next.starts_at)}
        </strong>
      </p>
      <p className="quiet">
        {say("circle.minutes", { minutes: next.minutes })}{" "}
        {next.place && (
          <Say
            k="circle.at"
            values={{
              place: isLink ? (
                <a href={next.place} rel="noreferrer" target="_blank">
                  {next.place}
                </a>
              ) : (
                next.place
              ),
            }}
          />
        )}
      </p>
    </>
  );
}

function CircleDateForm({ circle, onDone }: { circle: Circle; onDone: () => void }) {
  const say = useSay();
  const own = useIntl().timeZone ?? "UTC";
  const { next } = circle;
  const zone = next?.time_zone ?? own;
  const form = useRequestForm({
    initialValues: {
      starts_local: next?.starts_local ?? "",
      minutes: String(next?.minutes ?? 60),
      place: next?.place ?? "",
    },
    request: useSetCircleDate(circle.id),
    body: (values) => ({
      ...values,
      minutes: Number(values.minutes),
      time_zone: zone,
      version: next?.version ?? 0,
    }),
    onDone,
  });
  const { minutes } = form.fields.getValues();
  const offered = lengths.includes(minutes) ? lengths : [minutes, ...lengths];
  return (
    <RequestForm
      form={form}
      submit={say("circle.save")}
      beside={
        <Button kind="bare" onClick={onDone}>
          {say("circle.leave_it")}
        </Button>
      }
    >
      <p className="quiet">{say("circle.told")}</p>
      <TextField
        type="datetime-local"
        label={say("circle.when")}
        hint={say("circle.when_hint", { zone })}
        {...form.fields.getInputProps("starts_local")}
      />
      <SelectField
        label={say("circle.how_long")}
        options={offered.map((value) => ({
          value,
          label: say("circle.part_minutes", { minutes: Number(value) }),
        }))}
        {...form.fields.getInputProps("minutes")}
      />
      <TextField
        label={say("circle.where")}
        hint={say("circle.where_hint")}
        sees={say("circle.where_sees")}
        {...form.fields.getInputProps("place")}
      />
    </RequestForm>
  );
}
