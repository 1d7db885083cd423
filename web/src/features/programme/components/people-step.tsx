import { type ProgrammeSetUp, setUpKey, useWriteSetUp } from "features/programme/api/show-set-up";
import { EligibilityFields, type Places } from "features/programme/components/eligibility-fields";
import { asNumber, changed, type StepProps, unsentStep } from "features/programme/components/set-up-step";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { NumberField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { TickField } from "ui/form/tick-field";

const sides = ["mentor", "mentee"] as const;

const shown = ({ settings, eligibility }: ProgrammeSetUp) => ({
  eligibility,
  settings: {
    mentor_capacity: settings.mentor_capacity as number | string,
    mentee_capacity: settings.mentee_capacity as number | string,
    total_capacity: settings.total_capacity as number | string,
    uses_career_stage: settings.uses_career_stage,
  },
});

/** Who may take part on which side, with how many partners at a time, and what may be asked of them. */
export function PeopleStep({ setUp, onDone, ways, places }: StepProps & { places: Places }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: shown(setUp),
    request: useWriteSetUp(setUp.id),
    unsent: unsentStep(setUp, "people"),
    over: { read: setUp, again: useAgain(setUpKey(setUp.id)), values: shown },
    body: ({ eligibility, settings: mine }, read) =>
      changed(read, {
        eligibility,
        settings: {
          ...read.settings,
          ...mine,
          mentor_capacity: asNumber(mine.mentor_capacity),
          mentee_capacity: asNumber(mine.mentee_capacity),
          total_capacity: asNumber(mine.total_capacity),
        },
      }),
    onDone,
  });
  const field = (name: string) => form.fields.getInputProps(`settings.${name}`);
  const { eligibility } = form.fields.values;
  return (
    <RequestForm form={form} submit={say("set_up_programme.go_on")} beside={ways}>
      {sides.map((side) => (
        <EligibilityFields
          key={side}
          title={say(`eligibility.may_${side}`)}
          places={places}
          chosen={eligibility[side]}
          onChange={(chosen) => form.fields.setFieldValue("eligibility", { ...eligibility, [side]: chosen })}
        />
      ))}
      <div className="thirds">
        <NumberField
          label={say("set_up_programme.mentor_capacity")}
          hint={say("set_up_programme.capacity_hint")}
          min={1}
          max={5}
          {...field("mentor_capacity")}
        />
        <NumberField
          label={say("set_up_programme.mentee_capacity")}
          min={1}
          max={5}
          {...field("mentee_capacity")}
        />
        <NumberField
          label={say("set_up_programme.total_capacity")}
          min={1}
          max={10}
          {...field("total_capacity")}
        />
      </div>
      <TickField
        label={say("set_up_programme.uses_career_stage")}
        hint={say("set_up_programme.uses_career_stage_hint")}
        {...form.fields.getInputProps("settings.uses_career_stage", { type: "checkbox" })}
      />
    </RequestForm>
  );
}
