import type { UseFormReturnType } from "@mantine/form";
import type { Outcome } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { ChoiceField } from "ui/form/choice-field";
import { DayField, LongTextField } from "ui/form/fields";

export interface DecisionValues extends Record<string, unknown> {
  outcome: Outcome;
  reason: string;
  heard: string;
  until_on: string;
}

const outcomes: Outcome[] = ["adopted", "adapted", "declined", "deferred"];

const saysWhen = (outcome: Outcome) => outcome === "adopted" || outcome === "deferred";

/** What the server wants of what stands in the fields. */
export const decisionOf = ({ outcome, reason, heard, until_on }: DecisionValues) => ({
  outcome,
  reason,
  heard,
  until_on: saysWhen(outcome) && until_on !== "" ? until_on : null,
});

/** Three ready forms and a new date. */
export function DecisionFields({
  fields,
  deferrals,
}: {
  fields: UseFormReturnType<DecisionValues>;
  deferrals: number;
}) {
  const say = useSay();
  const { outcome } = fields.getValues();
  return (
    <>
      <ChoiceField
        label={say("voice.outcome")}
        options={outcomes.map((one) => ({ value: one, label: say(`voice.form_${one}`) }))}
        {...fields.getInputProps("outcome")}
      />
      {outcome === "deferred" && deferrals === 2 && <p role="status">{say("voice.third_deferral")}</p>}
      {saysWhen(outcome) && (
        <DayField
          label={say(outcome === "deferred" ? "voice.until_deferred" : "voice.until_adopted")}
          {...fields.getInputProps("until_on")}
        />
      )}
      <LongTextField
        label={say(`voice.reason_${outcome}`)}
        maxLength={2000}
        {...fields.getInputProps("reason")}
      />
      <LongTextField label={say("voice.heard")} maxLength={2000} {...fields.getInputProps("heard")} />
    </>
  );
}
