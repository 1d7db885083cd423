import { type ProgrammeSetUp, setUpKey, useWriteSetUp } from "features/programme/api/show-set-up";
import {
  asNumber,
  changed,
  orNull,
  type StepProps,
  unsentStep,
} from "features/programme/components/set-up-step";
import { useAgain } from "lib/api-client/again";
import { useLanguageNames } from "lib/i18n/language-names";
import { languages } from "lib/i18n/languages";
import { useSay } from "lib/i18n/say";
import { ChoiceField } from "ui/form/choice-field";
import { LongTextField, NumberField, SelectField, TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

const directions = ["reverse", "reciprocal", "traditional", "peer"] as const;

const shown = ({ settings }: ProgrammeSetUp) => ({
  settings: {
    name: settings.name,
    purpose: settings.purpose ?? "",
    results_use: settings.results_use ?? "",
    direction: settings.direction,
    planned_pairs: settings.planned_pairs as number | string,
    language: settings.language,
  },
});

/** What it is for, what happens with the results, how large it is and who brings to whom. */
export function PurposeStep({ setUp, onDone, ways }: StepProps) {
  const say = useSay();
  const nameOf = useLanguageNames();
  const { settings } = setUp;
  const form = useRequestForm({
    initialValues: shown(setUp),
    request: useWriteSetUp(setUp.id),
    unsent: unsentStep(setUp, "purpose"),
    over: { read: setUp, again: useAgain(setUpKey(setUp.id)), values: shown },
    body: ({ settings: mine }, read) =>
      changed(read, {
        settings: {
          ...read.settings,
          ...mine,
          purpose: orNull(mine.purpose),
          results_use: orNull(mine.results_use),
          planned_pairs: asNumber(mine.planned_pairs),
        },
        // The labels in the programme's own language carry its name and purpose along.
        words: read.words.map((one) =>
          one.language === mine.language ? { ...one, name: mine.name, purpose: orNull(mine.purpose) } : one,
        ),
      }),
    onDone,
  });
  const field = (name: string) => form.fields.getInputProps(`settings.${name}`);
  const spoken = [...new Set([settings.language, ...languages])];
  return (
    <RequestForm form={form} submit={say("set_up_programme.go_on")} beside={ways}>
      <TextField
        label={say("programme.name")}
        hint={say("programme.name_hint")}
        autoComplete="off"
        {...field("name")}
      />
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
      <div className="thirds">
        <NumberField
          label={say("set_up_programme.planned_pairs")}
          hint={say("set_up_programme.planned_pairs_hint")}
          min={1}
          {...field("planned_pairs")}
        />
        {spoken.length > 1 && (
          <SelectField
            label={say("set_up_programme.language")}
            hint={say("set_up_programme.language_hint")}
            options={spoken.map((value) => ({ value, label: nameOf(value) }))}
            {...field("language")}
          />
        )}
      </div>
      <ChoiceField
        label={say("programme.direction")}
        options={directions.map((value) => ({ value, label: say(`programme.direction_${value}`) }))}
        {...field("direction")}
      />
    </RequestForm>
  );
}
