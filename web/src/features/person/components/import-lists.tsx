import {
  type ImportProblem,
  type ImportRow,
  type Outcome,
  type PeopleImport,
  useImportProblems,
  useImportRows,
} from "features/person/api/people-import";
import { outcomes } from "features/person/components/import-report";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

// What is looked at first: the rows by which anything would be different.
const byWeight = ["added", "changed", "left_out", "name_only", "refused", "unchanged"] as const;

/** Every row that is refused, every cell that is left out, with its reason. */
export function ImportProblems({ id }: { id: string }) {
  const say = useSay();
  const { words, steps } = useSortWords();
  const finding = useFinding([
    ...steps("position", say("import.as_in_file")),
    ...steps("reason", say("import.reason")),
    ...words("column_name", say("import.column")),
  ]);
  const columns: Column<ImportProblem>[] = [
    { name: "line", head: say("import.line"), isTitle: false, cell: (one) => one.line, isNumber: true },
    { name: "column", head: say("import.column"), cell: (one) => one.column_name ?? "–" },
    {
      name: "value",
      head: say("import.value"),
      isTitle: true,
      cell: (one) => <strong>{one.value ?? "–"}</strong>,
    },
    {
      name: "reason",
      head: say("import.reason"),
      cell: (one) => (
        <>
          <Tag tone={one.is_repaired ? "plain" : "wait"}>
            {say(one.is_repaired ? "import.is_repaired" : "import.is_refused")}
          </Tag>{" "}
          {say(`import.reason_${one.reason}`)}
        </>
      ),
    },
  ];
  return (
    <Card title={say("import.problems_title")}>
      <FoundTable
        finding={finding}
        caption={say("import.problems_title")}
        columns={columns}
        list={useImportProblems(id, finding.asked)}
        rowKey={(one) => String(one.position)}
        label={say("import.search_problems")}
        empty={say("import.no_problems")}
      />
    </Card>
  );
}

/** The rows by what would become of them. */
export function ImportRows({ people }: { people: PeopleImport }) {
  const say = useSay();
  const first = byWeight.find((outcome) => people.figures[outcome] > 0) ?? "added";
  const outcome = useFilter<Outcome | "">({
    label: say("import.rows_show"),
    usual: first,
    isPart: true,
    options: [
      { value: "", label: say("import.every_row", { count: people.figures.rows_read }) },
      ...outcomes.map((one) => ({
        value: one,
        label: say(`import.count_${one}`, { count: people.figures[one] }),
      })),
    ],
  });
  const { steps } = useSortWords();
  const finding = useFinding(
    [...steps("line", say("import.as_in_file")), ...steps("outcome", say("import.outcome"))],
    [outcome],
  );
  const outcomeColumn: Column<ImportRow> = {
    name: "outcome",
    head: say("import.outcome"),
    cell: (one) => (
      <Tag tone={one.outcome === "refused" ? "wait" : "plain"}>{say(`import.is_${one.outcome}`)}</Tag>
    ),
  };
  const columns: Column<ImportRow>[] = [
    { name: "line", head: say("import.line"), isTitle: false, cell: (one) => one.line, isNumber: true },
    { name: "name", head: say("people.name"), isTitle: true, cell: (one) => one.cells.name || "–" },
    { name: "job", head: say("people.job_title"), cell: (one) => one.cells.job_title ?? "–" },
    { name: "department", head: say("people.department"), cell: (one) => one.cells.department ?? "–" },
    { name: "level", head: say("people.level"), cell: (one) => one.cells.level ?? "–", isNumber: true },
    {
      name: "manager",
      head: say("people.manager"),
      cell: (one) => one.cells.manager_name ?? one.cells.manager_email ?? one.cells.manager_id ?? "–",
    },
    { name: "email", head: say("people.email"), cell: (one) => one.cells.email ?? "–" },
    ...(outcome.value === "" ? [outcomeColumn] : []),
  ];
  return (
    <Card title={say("import.rows_title")}>
      <FoundTable
        finding={finding}
        caption={say("import.rows_title")}
        columns={columns}
        list={useImportRows(people.id, { ...finding.asked, outcome: outcome.value || undefined })}
        rowKey={(one) => String(one.line)}
        empty={say("import.no_rows")}
      />
    </Card>
  );
}
