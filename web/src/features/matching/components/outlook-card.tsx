import { type RuleCount, useMatchOutlook } from "features/matching/api/match-outlook";
import { useRuleInWords } from "features/matching/components/reasons";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { type Column, PlainTable } from "ui/table/plain-table";

/** What the rules cost, before anybody is told anything: how many pairs each takes away. */
export function OutlookCard({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const inWords = useRuleInWords();
  const outlook = useMatchOutlook(programmeId);
  const columns: Column<RuleCount>[] = [
    { name: "rule", head: say("matching.rule"), cell: ({ rule }) => inWords(rule) },
    { name: "pairs", head: say("matching.rule_pairs"), isNumber: true, cell: ({ pairs }) => pairs },
    {
      name: "alone",
      head: say("matching.rule_alone"),
      isNumber: true,
      cell: ({ pairs_alone }) => pairs_alone ?? "",
    },
  ];
  return (
    <Card title={say("matching.outlook")}>
      <Answered query={outlook}>
        {({ possible_pairs, allowed_pairs, rules }) => (
          <>
            <p>{say("matching.outlook_sentence", { allowed: allowed_pairs, possible: possible_pairs })}</p>
            <PlainTable
              caption={say("matching.outlook")}
              columns={columns}
              rows={rules.filter(({ pairs }) => pairs > 0)}
              rowKey={({ rule }) => rule}
            />
          </>
        )}
      </Answered>
    </Card>
  );
}
