import { type Question, usePublishDecision } from "features/voice/api/questions";
import { DecisionFields, type DecisionValues, decisionOf } from "features/voice/components/decision-fields";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Trouble } from "ui/state/trouble";

type Draft = NonNullable<Question["draft"]>;

/** Whoever asked publishes a decision: what was drafted, with one tap, or in words of their own. */
export function DecideCard({ question }: { question: Question }) {
  const { draft } = question;
  const [changes, setChanges] = useState(false);
  const isWhole = draft !== null && draft.reason !== "" && draft.heard !== "";
  if (isWhole && !changes)
    return <DraftedCard question={question} draft={draft} onChange={() => setChanges(true)} />;
  return <DecideForm question={question} />;
}

interface DraftedCardProps {
  question: Question;
  draft: Draft;
  onChange: () => void;
}

/** The words as they will stand, and one button. */
function DraftedCard({ question, draft, onChange }: DraftedCardProps) {
  const say = useSay();
  const { day } = useDates();
  const publish = usePublishDecision(question.id);
  const { outcome, reason, heard, until_on } = draft;
  const until = until_on === null ? "" : day(until_on);
  return (
    <Card title={say("voice.draft_waits")}>
      <p className="quiet">{say("voice.draft_as_it_stands")}</p>
      <p>
        <strong>{say(`voice.outcome_${outcome}`, { day: until })}</strong>
        {outcome !== "deferred" && until !== "" && ` · ${say("voice.by_when", { day: until })}`}
      </p>
      <h3>{say("voice.reason")}</h3>
      <p>{reason}</p>
      <h3>{say("voice.heard_title")}</h3>
      <p>{heard}</p>
      <Trouble of={publish.error} />
      <div className="row">
        <Button
          kind="filled"
          busy={publish.isPending}
          onClick={() => publish.mutate({ version: question.version, outcome, reason, heard, until_on })}
        >
          {say("voice.publish")}
        </Button>
        <Button kind="bare" onClick={onChange}>
          {say("voice.draft_change")}
        </Button>
      </div>
    </Card>
  );
}

function DecideForm({ question }: { question: Question }) {
  const say = useSay();
  const { draft } = question;
  const initialValues: DecisionValues = {
    outcome: draft?.outcome ?? "adopted",
    reason: draft?.reason ?? "",
    heard: draft?.heard ?? "",
    until_on: draft?.until_on ?? "",
  };
  const form = useRequestForm({
    initialValues,
    request: usePublishDecision(question.id),
    body: (values) => ({ ...decisionOf(values), version: question.version }),
    unsent: `decision on ${question.id}`,
  });
  return (
    <Card title={say("voice.decide_title")}>
      <p className="quiet">{say("voice.decide_below")}</p>
      <RequestForm form={form} submit={say("voice.publish")}>
        <DecisionFields fields={form.fields} deferrals={question.deferrals} />
      </RequestForm>
    </Card>
  );
}
