import type { ProgrammeFacts } from "features/record/api/programme-facts";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Card } from "ui/card/card";

/** What has happened in a programme: sentences of counts, from the first day on. */
export function FactsCard({ facts, children }: { facts: ProgrammeFacts; children?: ReactNode }) {
  const say = useSay();
  const { invited, said_yes, in_pairs, waiting, agreements, conversations, hours } = facts;
  const { introductions, questions, decisions, targets } = facts;
  return (
    <Card title={say("facts.title")}>
      <ul className="stack tight">
        <li>{say("facts.people", { invited, said_yes })}</li>
        <li>{say("facts.pairs", { in_pairs, agreements })}</li>
        {waiting > 0 && <li>{say("facts.waiting", { waiting })}</li>}
        <li>{say("facts.conversations", { conversations, hours })}</li>
        {introductions > 0 && <li>{say("facts.introductions", { introductions })}</li>}
        {questions > 0 && <li>{say("facts.questions", { questions, decisions })}</li>}
        {targets > 0 && <li>{say("facts.targets", { targets })}</li>}
      </ul>
      <p className="quiet small">{say("facts.means")}</p>
      {children}
    </Card>
  );
}
