import { type Closing, useAnnounceClosing } from "features/programme/api/closing";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { DayField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

/** The last day, and what everybody is told about it. */
export function ClosingDayCard({ programmeId, closing }: { programmeId: string; closing: Closing }) {
  const say = useSay();
  const dates = useDates();
  const { closes_on, announced_at, taking_part, earliest_on, allowed_actions } = closing;
  const { ends_on, announced_by_house_on, last_day_by_house } = closing;
  return (
    <Card title={say("closing.day_title")}>
      {closes_on && announced_at ? (
        <p>{say("closing.announced", { day: dates.day(closes_on), told: dates.dayOf(announced_at) })}</p>
      ) : (
        <p>{say("closing.not_announced")}</p>
      )}
      {ends_on && announced_by_house_on && last_day_by_house && (
        <p>
          {say("closing.by_house", {
            end: dates.day(ends_on),
            told: dates.day(announced_by_house_on),
            last: dates.day(last_day_by_house),
          })}
        </p>
      )}
      {allowed_actions.includes("announce") && <p>{say("closing.looks_back")}</p>}
      {allowed_actions.includes("announce") && (
        <>
          <p className="quiet">
            {say("closing.who_is_told", { count: taking_part, earliest: dates.day(earliest_on) })}
          </p>
          <AnnounceForm key={closing.version} programmeId={programmeId} closing={closing} />
        </>
      )}
    </Card>
  );
}

function AnnounceForm({ programmeId, closing }: { programmeId: string; closing: Closing }) {
  const say = useSay();
  // The end of the set-up, where it can still be told in time.
  const planned = closing.ends_on && closing.ends_on >= closing.earliest_on ? closing.ends_on : "";
  const form = useRequestForm({
    initialValues: { closes_on: closing.closes_on ?? planned },
    request: useAnnounceClosing(programmeId),
    body: ({ closes_on }) => ({ version: closing.version, closes_on }),
  });
  return (
    <RequestForm
      form={form}
      submit={say(closing.closes_on ? "closing.announce_other" : "closing.announce")}
      kind={closing.closes_on ? "plain" : "filled"}
    >
      <DayField label={say("closing.last_day")} {...form.fields.getInputProps("closes_on")} />
    </RequestForm>
  );
}
