import { type ProgrammeSetUp, setUpKey, useWriteSetUp } from "features/programme/api/show-set-up";
import { asNumber, changed, type StepProps, unsentStep } from "features/programme/components/set-up-step";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { ChoiceField } from "ui/form/choice-field";
import { NumberField, SelectField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";

/** Somebody above more than half of the house, who can be opened to people far enough below. */
interface Top {
  id: string;
  name: string;
  job_title: string | null;
  opens_from: number;
}

const shown = ({ settings, opened_tops }: ProgrammeSetUp) => ({
  opened_tops,
  settings: {
    level_gap_least: (settings.level_gap_least ?? "") as number | string,
    level_gap_most: (settings.level_gap_most ?? "") as number | string,
    department_rule: settings.department_rule,
    site_rule: settings.site_rule,
    suggestions_each: String(settings.suggestions_each),
    rounds: settings.rounds as number | string,
    round_days: settings.round_days as number | string,
    closing_working_days: settings.closing_working_days as number | string,
    publication_wait_minutes: settings.publication_wait_minutes as number | string,
    cooling_days: settings.cooling_days as number | string,
    waiting_order: settings.waiting_order,
    waiting_is_comparison: settings.waiting_is_comparison,
    apprentices_take_part: settings.apprentices_take_part,
    anonymous_first: settings.anonymous_first,
  },
});

/** Who can meet whom, how many suggestions there are, and in how many rounds. */
export function RulesStep({ setUp, onDone, ways, tops }: StepProps & { tops: Top[] }) {
  const say = useSay();
  const { settings } = setUp;
  const form = useRequestForm({
    initialValues: shown(setUp),
    request: useWriteSetUp(setUp.id),
    unsent: unsentStep(setUp, "rules"),
    over: { read: setUp, again: useAgain(setUpKey(setUp.id)), values: shown },
    body: ({ opened_tops, settings: mine }, read) =>
      changed(read, {
        opened_tops,
        settings: {
          ...read.settings,
          ...mine,
          level_gap_least: asNumber(mine.level_gap_least),
          level_gap_most: asNumber(mine.level_gap_most),
          suggestions_each: Number(mine.suggestions_each),
          rounds: asNumber(mine.rounds),
          round_days: asNumber(mine.round_days),
          closing_working_days: asNumber(mine.closing_working_days),
          publication_wait_minutes: asNumber(mine.publication_wait_minutes),
          cooling_days: asNumber(mine.cooling_days),
          waiting_is_comparison: mine.waiting_order === "lottery" && mine.waiting_is_comparison,
        },
      }),
    onDone,
  });
  const field = (name: string) => form.fields.getInputProps(`settings.${name}`);
  const { opened_tops, settings: mine } = form.fields.values;
  const toggle = (id: string) =>
    form.fields.setFieldValue(
      "opened_tops",
      opened_tops.includes(id) ? opened_tops.filter((one) => one !== id) : [...opened_tops, id],
    );
  return (
    <RequestForm form={form} submit={say("set_up_programme.go_on")} beside={ways}>
      {tops.length > 0 && (
        <fieldset className="stack">
          <legend>
            <h3>{say("set_up_programme.opened_tops")}</h3>
          </legend>
          <p className="quiet small">{say("set_up_programme.opened_tops_hint")}</p>
          {tops.map((top) => (
            <TickField
              key={top.id}
              label={say("set_up_programme.opened_top", { name: top.name, title: top.job_title ?? "none" })}
              hint={say("set_up_programme.opens_from", { steps: top.opens_from })}
              checked={opened_tops.includes(top.id)}
              onChange={() => toggle(top.id)}
            />
          ))}
        </fieldset>
      )}
      <div className="thirds">
        <NumberField
          label={say("set_up_programme.level_gap_least")}
          hint={say("set_up_programme.level_gap_hint")}
          min={-20}
          {...field("level_gap_least")}
        />
        <NumberField label={say("set_up_programme.level_gap_most")} min={-20} {...field("level_gap_most")} />
        <SelectField
          label={say("set_up_programme.department_rule")}
          options={(["any", "different"] as const).map((value) => ({
            value,
            label: say(`set_up_programme.rule_${value}`),
          }))}
          {...field("department_rule")}
        />
        <SelectField
          label={say("set_up_programme.site_rule")}
          options={(["any", "different", "same"] as const).map((value) => ({
            value,
            label: say(`set_up_programme.rule_${value}`),
          }))}
          {...field("site_rule")}
        />
      </div>
      <ChoiceField
        label={say("set_up_programme.suggestions_each")}
        options={[
          {
            value: "1",
            label: say("set_up_programme.one_each"),
            hint: say("set_up_programme.one_each_hint"),
          },
          ...(settings.suggestions_each === 2
            ? [
                {
                  value: "2",
                  label: say("set_up_programme.up_to_two"),
                  hint: say("set_up_programme.up_to_hint"),
                },
              ]
            : []),
          {
            value: "3",
            label: say("set_up_programme.up_to_three"),
            hint: say("set_up_programme.up_to_hint"),
          },
        ]}
        {...field("suggestions_each")}
      />
      <div className="thirds">
        <NumberField
          label={say("set_up_programme.rounds")}
          hint={say("set_up_programme.rounds_hint")}
          min={1}
          max={6}
          {...field("rounds")}
        />
        <NumberField label={say("set_up_programme.round_days")} min={7} max={60} {...field("round_days")} />
        <NumberField
          label={say("set_up_programme.closing_working_days")}
          min={2}
          max={20}
          {...field("closing_working_days")}
        />
        <NumberField
          label={say("set_up_programme.publication_wait_minutes")}
          hint={say("set_up_programme.publication_wait_hint")}
          min={0}
          max={10080}
          {...field("publication_wait_minutes")}
        />
        <NumberField
          label={say("set_up_programme.cooling_days")}
          hint={say("set_up_programme.cooling_days_hint")}
          min={0}
          max={90}
          {...field("cooling_days")}
        />
      </div>
      <ChoiceField
        label={say("set_up_programme.waiting_order")}
        options={(["first_come", "by_need", "lottery"] as const).map((value) => ({
          value,
          label: say(`set_up_programme.order_${value}`),
        }))}
        {...field("waiting_order")}
      />
      {mine.waiting_order === "lottery" && (
        <TickField
          label={say("set_up_programme.waiting_is_comparison")}
          hint={say("set_up_programme.waiting_is_comparison_hint")}
          {...form.fields.getInputProps("settings.waiting_is_comparison", { type: "checkbox" })}
        />
      )}
      <fieldset className="stack">
        <legend>
          <h3>{say("set_up_programme.anonymous_first_title")}</h3>
        </legend>
        <p className="quiet small">{say("set_up_programme.anonymous_first_about")}</p>
        <TickField
          label={say("set_up_programme.apprentices_take_part")}
          hint={say("set_up_programme.apprentices_take_part_hint")}
          {...form.fields.getInputProps("settings.apprentices_take_part", { type: "checkbox" })}
        />
        <TickField
          label={say("set_up_programme.anonymous_first")}
          hint={say("set_up_programme.anonymous_first_hint")}
          {...form.fields.getInputProps("settings.anonymous_first", { type: "checkbox" })}
        />
      </fieldset>
    </RequestForm>
  );
}
