import { type RunLeftover, useRunLeftovers } from "features/matching/api/match-run-lists";
import { RunFiles } from "features/matching/components/run-files";
import { manyLeft, WhyLeft } from "features/matching/components/without-partner-card";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundLongTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";

interface LeftoversCardProps {
  runId: string;
  called: Called | undefined;
}

/** Everybody without a partner yet, where they are more than stand well beside a picture. */
export function LeftoversCard({ runId, called }: LeftoversCardProps) {
  const { data } = useRunLeftovers(runId);
  const first = data?.pages[0];
  if (!first || (!manyLeft(first.items.length) && !first.next_cursor)) return null;
  return <Leftovers runId={runId} called={called} />;
}

function Leftovers({ runId, called }: LeftoversCardProps) {
  const say = useSay();
  const { of } = useLabels(called);
  const { words, steps } = useSortWords();
  const side = useFilter<RunLeftover["side"] | "">({
    label: say("matching.file_side"),
    usual: "",
    options: [
      { value: "", label: say("runs.any_side") },
      { value: "mentor", label: of("mentor") },
      { value: "mentee", label: of("mentee") },
    ],
  });
  const finding = useFinding(
    [...steps("position", say("matching.as_found")), ...words("name", say("matching.couple_head"))],
    [side],
  );
  const list = useRunLeftovers(runId, { ...finding.asked, side: side.value || undefined });
  const columns: Column<RunLeftover>[] = [
    {
      name: "who",
      width: "24%",
      head: say("matching.couple_head"),
      cell: (left) => (
        <span className={left.side === "mentor" ? "teaches whole" : "learns whole"}>{left.person.name}</span>
      ),
    },
    { name: "side", width: "18%", head: say("matching.file_side"), cell: (left) => of(left.side) },
    {
      name: "why",
      head: say("matching.file_why"),
      cell: (left) => <WhyLeft runId={runId} leftover={left} />,
    },
  ];
  return (
    <Card title={say("matching.file_leftovers")} beside={<RunFiles runId={runId} of="leftovers" />}>
      <FoundLongTable
        finding={finding}
        caption={say("matching.file_leftovers")}
        columns={columns}
        list={list}
        rowKey={({ position, side: on }) => on + String(position)}
        empty={say("matching.all_have_partner")}
      />
    </Card>
  );
}
