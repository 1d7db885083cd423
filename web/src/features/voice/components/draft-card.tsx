import { type Question, useSaveDraft } from "features/voice/api/questions";
import { DecisionFields, type DecisionValues, decisionOf } from "features/voice/components/decision-fields";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { RequestForm, useRequestForm } from "ui/form/request-form";

/** A decision in the words of whoever drafts for a sponsor. */
export function DraftCard({ question }: { question: Question }) {
  const say = useSay();
  const { draft } = question;
  const name = question.asker ?? "";
  const initialValues: DecisionValues = {
    outcome: draft?.outcome ?? "adopted",
    reason: draft?.reason ?? "",
    heard: draft?.heard ?? "",
    until_on: draft?.until_on ?? "",
  };
  const form = useRequestForm({
    initialValues,
    request: useSaveDraft(question.id),
    body: (values) => ({ ...decisionOf(values), version: draft?.version ?? 0 }),
    unsent: `draft of ${question.id}`,
  });
  return (
    <Card title={say("voice.draft_title")}>
      <p className="quiet">{say("voice.draft_below", { name })}</p>
      {draft && <p role="status">{say("voice.draft_saved", { name })}</p>}
      <RequestForm form={form} submit={say("voice.draft_save")}>
        <DecisionFields fields={form.fields} deferrals={question.deferrals} />
      </RequestForm>
    </Card>
  );
}
