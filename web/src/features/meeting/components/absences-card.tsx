import { type Absences, useAbsences, useSaveAbsences } from "features/meeting/api/absences";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { DayField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** Days away: no time on them is ever proposed, and nobody is told why. */
export function AbsencesCard() {
  const say = useSay();
  const absences = useAbsences();
  return (
    <Card title={say("absences.title")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p>{say("absences.what")}</p>
      <Answered query={absences}>{(answered) => <Days absences={answered} />}</Answered>
    </Card>
  );
}

function Days({ absences }: { absences: Absences }) {
  const say = useSay();
  const dates = useDates();
  const save = useSaveAbsences();
  const form = useRequestForm({
    initialValues: { from_on: "", until_on: "" },
    request: save,
    body: ({ from_on, until_on }) => ({
      items: [...absences.items, { from_on, until_on: until_on || from_on }],
    }),
    onDone: () => form.fields.reset(),
  });
  return (
    <div className="stack">
      {absences.items.length > 0 && (
        <ul>
          {absences.items.map((absence) => (
            <li key={absence.from_on} className="row spread">
              <span>
                {absence.from_on === absence.until_on
                  ? dates.day(absence.from_on)
                  : say("absences.from_until", {
                      from: dates.day(absence.from_on),
                      until: dates.day(absence.until_on),
                    })}
              </span>
              <Button
                kind="bare"
                busy={save.isPending}
                label={say("absences.remove_day", { from: dates.day(absence.from_on) })}
                onClick={() =>
                  save.mutate({ items: absences.items.filter(({ from_on }) => from_on !== absence.from_on) })
                }
              >
                {say("absences.remove")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Trouble of={save.error} />
      <RequestForm form={form} submit={say("absences.add")} kind="plain">
        <div className="columns">
          <DayField label={say("absences.from")} {...form.fields.getInputProps("from_on")} />
          <DayField label={say("absences.until")} {...form.fields.getInputProps("until_on")} />
        </div>
      </RequestForm>
    </div>
  );
}
