import { type ProgrammeSetUp, setUpKey, useWriteSetUp } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import {
  asNumber,
  changed,
  orNull,
  type StepProps,
  unsentStep,
} from "features/programme/components/set-up-step";
import { useAgain } from "lib/api-client/again";
import { useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { DayField, NumberField, SelectField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

const cadences = ["weekly", "fortnightly", "every_three_weeks", "monthly", "every_two_months"] as const;
const channels = ["in_person", "video", "call", "chat"] as const;
const sides = ["mentor", "mentee"] as const;

const shown = ({ settings }: ProgrammeSetUp) => ({
  settings: {
    enrolment_closes_on: settings.enrolment_closes_on ?? "",
    starts_on: settings.starts_on ?? "",
    ends_on: settings.ends_on ?? "",
    cadence: settings.cadence,
    channel: settings.channel,
    booking_side: settings.booking_side,
    leading_side: settings.leading_side,
    notice_days: settings.notice_days as number | string,
  },
});

/** When it begins and ends, and what the agreement of each pair begins with; the two may change that. */
export function DatesStep({ setUp, onDone, ways }: StepProps) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: shown(setUp),
    request: useWriteSetUp(setUp.id),
    unsent: unsentStep(setUp, "dates"),
    over: { read: setUp, again: useAgain(setUpKey(setUp.id)), values: shown },
    body: ({ settings: mine }, read) =>
      changed(read, {
        settings: {
          ...read.settings,
          ...mine,
          enrolment_closes_on: orNull(mine.enrolment_closes_on),
          starts_on: orNull(mine.starts_on),
          ends_on: orNull(mine.ends_on),
          notice_days: asNumber(mine.notice_days),
        },
      }),
    onDone,
  });
  const labels = useLabels(calledHere(setUp, useIntl().locale));
  const field = (name: string) => form.fields.getInputProps(`settings.${name}`);
  const sideOptions = sides.map((value) => ({ value, label: labels.of(value) }));
  return (
    <RequestForm form={form} submit={say("set_up_programme.go_on")} beside={ways}>
      <div className="thirds">
        <DayField label={say("set_up_programme.enrolment_closes_on")} {...field("enrolment_closes_on")} />
        <DayField label={say("set_up_programme.starts_on")} {...field("starts_on")} />
        <DayField label={say("set_up_programme.ends_on")} {...field("ends_on")} />
      </div>
      <details>
        <summary>{say("set_up_programme.agreement")}</summary>
        <div className="stack">
          <p className="quiet">{say("set_up_programme.agreement_hint")}</p>
          <div className="thirds">
            <SelectField
              label={say("set_up_programme.cadence")}
              options={cadences.map((value) => ({ value, label: say(`cadence.${value}`) }))}
              {...field("cadence")}
            />
            <SelectField
              label={say("set_up_programme.channel")}
              options={channels.map((value) => ({ value, label: say(`channel.${value}`) }))}
              {...field("channel")}
            />
            <NumberField
              label={say("set_up_programme.notice_days")}
              min={0}
              max={14}
              {...field("notice_days")}
            />
            <SelectField
              label={say("set_up_programme.booking_side")}
              options={sideOptions}
              {...field("booking_side")}
            />
            <SelectField
              label={say("set_up_programme.leading_side")}
              options={sideOptions}
              {...field("leading_side")}
            />
          </div>
        </div>
      </details>
    </RequestForm>
  );
}
