import type { Agreement } from "features/pairing/api/show-agreement";
import { useWriteAgreement } from "features/pairing/api/write-agreement";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { DayField, LongTextField, NumberField, SelectField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Lane, Lanes } from "ui/lanes/lanes";

const cadences = ["weekly", "fortnightly", "every_three_weeks", "monthly", "every_two_months"] as const;
const channels = ["in_person", "video", "call", "chat"] as const;

interface AgreementFormProps {
  pairingId: string;
  partner: string;
  agreement: Agreement;
  onDone: () => void;
  onCancel?: () => void;
}

/** The five lines, to be written in one's own words. */
export function AgreementForm({ pairingId, partner, agreement, onDone, onCancel }: AgreementFormProps) {
  const say = useSay();
  const again = useAgain<Agreement>(["pairing", pairingId, "agreement"]);
  const form = useRequestForm({
    initialValues: shown(agreement),
    request: useWriteAgreement(pairingId),
    over: { read: agreement, again, values: shown, onTaken: onDone },
    body: (values, { version }) => ({
      ...values,
      version,
      notice_days: Number(values.notice_days),
      mentor_outcomes: written(values.mentor_outcomes),
      mentee_outcomes: written(values.mentee_outcomes),
    }),
    onDone,
  });
  const field = form.fields.getInputProps;
  const theirs = agreement.side === "mentor" ? "mentee" : "mentor";
  const people = [
    { value: agreement.side, label: say("agreement.you") },
    { value: theirs, label: partner },
  ];
  const lane = (side: Agreement["side"], title: string) => (
    <Lane side={side === "mentor" ? "teaches" : "learns"} title={title}>
      <LongTextField rows={2} label={say("agreement.first_outcome")} {...field(`${side}_outcomes.0`)} />
      <LongTextField rows={2} label={say("agreement.second_outcome")} {...field(`${side}_outcomes.1`)} />
    </Lane>
  );

  return (
    <RequestForm
      form={form}
      submit={say("agreement.write_down")}
      beside={
        onCancel && (
          <Button kind="bare" onClick={onCancel}>
            {say("ui.go_back")}
          </Button>
        )
      }
    >
      <p className="quiet">{say("agreement.drafted")}</p>
      <Lanes>
        {lane(agreement.side, say("agreement.you_take_away"))}
        {lane(theirs, say("agreement.partner_takes_away", { partner }))}
      </Lanes>
      <div className="thirds">
        <SelectField
          label={say("agreement.cadence")}
          options={cadences.map((one) => ({ value: one, label: say(`cadence.${one}`) }))}
          {...field("cadence")}
        />
        <SelectField
          label={say("agreement.channel")}
          options={channels.map((one) => ({ value: one, label: say(`channel.${one}`) }))}
          {...field("channel")}
        />
        <NumberField label={say("agreement.notice_days")} min={0} max={14} {...field("notice_days")} />
        <SelectField label={say("agreement.who_books")} options={people} {...field("booking_side")} />
        <SelectField label={say("agreement.who_leads")} options={people} {...field("leading_side")} />
        <DayField label={say("agreement.ends_on")} {...field("ends_on")} />
      </div>
    </RequestForm>
  );
}

const shown = (agreement: Agreement) => ({
  mentor_outcomes: twoLines(agreement.mentor_outcomes),
  mentee_outcomes: twoLines(agreement.mentee_outcomes),
  cadence: agreement.cadence,
  channel: agreement.channel,
  notice_days: agreement.notice_days,
  booking_side: agreement.booking_side,
  leading_side: agreement.leading_side,
  ends_on: agreement.ends_on,
});

function twoLines(outcomes: string[]): string[] {
  return [outcomes[0] ?? "", outcomes[1] ?? ""];
}

function written(outcomes: string[]): string[] {
  return outcomes.map((one) => one.trim()).filter((one) => one !== "");
}
