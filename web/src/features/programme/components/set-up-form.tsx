import { type ProgrammeSetUp, useWriteSetUp } from "features/programme/api/show-set-up";
import { AimCards } from "features/programme/components/aim-cards";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { DayField, LongTextField, NumberField, SelectField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { toast } from "ui/toast/toast";

type Settings = ProgrammeSetUp["settings"];

const days = ["enrolment_closes_on", "starts_on", "ends_on"] as const;
const counts = [
  "planned_pairs",
  "suggestions_each",
  "rounds",
  "round_days",
  "closing_working_days",
  "mentor_capacity",
  "mentee_capacity",
  "total_capacity",
  "notice_days",
] as const;
const gaps = ["level_gap_least", "level_gap_most"] as const;

/** The whole set-up, to be left and resumed: what it is for first, the rules after. */
export function SetUpForm({ setUp }: { setUp: ProgrammeSetUp }) {
  const say = useSay();
  const [chosen, setChosen] = useState(setUp.aims);
  const form = useRequestForm({
    initialValues: { settings: shown(setUp.settings) },
    request: useWriteSetUp(setUp.id),
    body: ({ settings }) => ({
      version: setUp.version,
      settings: written(settings, setUp.settings),
      aims: chosen,
      words: setUp.words,
      eligibility: setUp.eligibility,
      opened_tops: setUp.opened_tops,
    }),
    onDone: () => toast(say("ui.saved")),
  });
  const field = (name: keyof Settings) => form.fields.getInputProps(`settings.${name}`);

  return (
    <RequestForm form={form} submit={say("ui.save")}>
      <Card title={say("set_up_programme.purpose")}>
        <TextField label={say("programme.name")} hint={say("programme.name_hint")} {...field("name")} />
        <LongTextField
          label={say("set_up_programme.purpose_label")}
          hint={say("set_up_programme.purpose_hint")}
          {...field("purpose")}
        />
        <LongTextField
          label={say("set_up_programme.results_use")}
          hint={say("set_up_programme.results_use_hint")}
          {...field("results_use")}
        />
      </Card>
      <Card title={say("set_up_programme.aims")}>
        <p className="quiet">{say("set_up_programme.aims_hint")}</p>
        <AimCards language={setUp.settings.language} chosen={chosen} onChange={setChosen} />
      </Card>
      <Card title={say("set_up_programme.dates")}>
        <div className="thirds">
          {days.map((day) => (
            <DayField key={day} label={say(`set_up_programme.${day}`)} {...field(day)} />
          ))}
        </div>
      </Card>
      <details>
        <summary>{say("set_up_programme.rules")}</summary>
        <Card>
          <p className="quiet">{say("set_up_programme.rules_hint")}</p>
          <div className="thirds">
            {counts.map((count) => (
              <NumberField key={count} label={say(`set_up_programme.${count}`)} {...field(count)} />
            ))}
            {gaps.map((gap) => (
              <NumberField key={gap} label={say(`set_up_programme.${gap}`)} {...field(gap)} />
            ))}
            <SelectField
              label={say("set_up_programme.department_rule")}
              options={(["any", "different"] as const).map((one) => ({
                value: one,
                label: say(`set_up_programme.rule_${one}`),
              }))}
              {...field("department_rule")}
            />
            <SelectField
              label={say("set_up_programme.site_rule")}
              options={(["any", "different", "same"] as const).map((one) => ({
                value: one,
                label: say(`set_up_programme.rule_${one}`),
              }))}
              {...field("site_rule")}
            />
            <SelectField
              label={say("set_up_programme.waiting_order")}
              options={(["first_come", "by_need", "lottery"] as const).map((one) => ({
                value: one,
                label: say(`set_up_programme.order_${one}`),
              }))}
              {...field("waiting_order")}
            />
          </div>
        </Card>
      </details>
    </RequestForm>
  );
}

type Shown = { [Name in keyof Settings]: NonNullable<Settings[Name]> | string };

/** Nothing is an empty field. */
function shown(settings: Settings): Shown {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value ?? ""])) as Shown;
}

/** An empty field is nothing; a field of figures is a number. */
function written(values: Shown, before: Settings): Settings {
  const numbers = new Set<string>([...counts, ...gaps]);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (value === "") return [name, null];
      return [name, numbers.has(name) ? Number(value) : value];
    }),
  ) as typeof before;
}
