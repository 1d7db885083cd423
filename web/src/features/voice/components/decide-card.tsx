import { type Outcome, type Question, usePublishDecision } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { DayField, LongTextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

const outcomes: Outcome[] = ["adopted", "adapted", "declined", "deferred"];

/** Three ready forms and a new date; whoever asked publishes one of them. */
export function DecideCard({ question }: { question: Question }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { outcome: "adopted" as Outcome, reason: "", heard: "", until_on: "" },
    request: usePublishDecision(question.id),
    body: ({ until_on, outcome, ...words }) => ({
      ...words,
      outcome,
      version: question.version,
      until_on: saysWhen(outcome) && until_on !== "" ? until_on : null,
    }),
    unsent: `decision on ${question.id}`,
  });
  const { outcome } = form.fields.getValues();
  return (
    <Card title={say("voice.decide_title")}>
      <p className="quiet">{say("voice.decide_below")}</p>
      <RequestForm form={form} submit={say("voice.publish")}>
        <ChoiceField
          label={say("voice.outcome")}
          options={outcomes.map((one) => ({ value: one, label: say(`voice.form_${one}`) }))}
          {...form.fields.getInputProps("outcome")}
        />
        {outcome === "deferred" && question.deferrals === 2 && (
          <p role="status">{say("voice.third_deferral")}</p>
        )}
        {saysWhen(outcome) && (
          <DayField
            label={say(outcome === "deferred" ? "voice.until_deferred" : "voice.until_adopted")}
            {...form.fields.getInputProps("until_on")}
          />
        )}
        <LongTextField
          label={say(`voice.reason_${outcome}`)}
          maxLength={2000}
          {...form.fields.getInputProps("reason")}
        />
        <LongTextField label={say("voice.heard")} maxLength={2000} {...form.fields.getInputProps("heard")} />
      </RequestForm>
    </Card>
  );
}

const saysWhen = (outcome: Outcome) => outcome === "adopted" || outcome === "deferred";
