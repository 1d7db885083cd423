import type { LineOutlook } from "features/matching/api/line-outlook";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { type Column, PlainTable } from "ui/table/plain-table";

interface Part {
  part: "unknown_line" | "above" | "common_manager";
  pairs: number;
}

/** Not in one line: how many pairs each part of the rule removes, before anybody is asked. */
export function LineOutlookCard({ outlook }: { outlook: LineOutlook }) {
  const say = useSay();
  const columns: Column<Part>[] = [
    { name: "part", head: say("line_outlook.part"), cell: ({ part }) => say(`line_outlook.${part}`) },
    {
      name: "pairs",
      head: say("line_outlook.pairs"),
      isNumber: true,
      cell: ({ pairs }) => say("ui.number", { number: pairs }),
    },
  ];
  return (
    <Card title={say("line_outlook.title")}>
      <p>{say("line_outlook.always")}</p>
      <p>
        {say("line_outlook.sentence", {
          bringing: outlook.mentors,
          wanting: outlook.mentees,
          possible: outlook.possible_pairs,
          allowed: outlook.allowed_pairs,
        })}
      </p>
      {outlook.possible_pairs > 0 && (
        <PlainTable
          caption={say("line_outlook.title")}
          columns={columns}
          rows={(["unknown_line", "above", "common_manager"] as const).map((part) => ({
            part,
            pairs: outlook[part],
          }))}
          rowKey={({ part }) => part}
        />
      )}
      {outlook.opened > 0 && <p>{say("line_outlook.opened", { pairs: outlook.opened })}</p>}
      {outlook.unknown_line > 0 && <p className="quiet">{say("line_outlook.mend_lines")}</p>}
    </Card>
  );
}
