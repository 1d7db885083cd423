import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import {
  type ImportProblem,
  type ImportRow,
  type Outcome,
  type PeopleImport,
  useImportProblems,
  useImportRows,
} from "features/person/api/people-import";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { SelectField, TextField } from "ui/form/fields";
import { type Column, MoreTable } from "ui/table/more-table";
import { SortField, useSorting, useSortWords } from "ui/table/sort-field";
import { Tag } from "ui/tag/tag";

const outcomes = ["added", "changed", "unchanged", "refused", "name_only", "left_out"] as const;
// What is looked at first: the rows by which anything would be different.
const byWeight = ["added", "changed", "left_out", "name_only", "refused", "unchanged"] as const;

/** The figures: together they are every row of the file. */
export function ImportFigures({ people }: { people: PeopleImport }) {
  const say = useSay();
  const { figures } = people;
  return (
    <Card title={say("import.figures_title", { rows: figures.rows_read })}>
      <div className="row">
        {outcomes
          .filter(
            (outcome) =>
              figures[outcome] > 0 || ["added", "changed", "unchanged", "refused"].includes(outcome),
          )
          .map((outcome) => (
            <Tag key={outcome} tone={outcome === "refused" && figures.refused > 0 ? "wait" : "plain"}>
              {say(`import.count_${outcome}`, { count: figures[outcome] })}
            </Tag>
          ))}
      </div>
      <FileNotes report={people.report} repaired={figures.repaired} />
      {people.state === "staged" && (people.report.uninvited?.removed ?? 0) > 0 && (
        <p>
          <Link to="/administration/people" search={{ state: "removable" } as never}>
            {say("import.see_removable")}
          </Link>
        </p>
      )}
    </Card>
  );
}

function FileNotes({ report, repaired }: { report: PeopleImport["report"]; repaired: number }) {
  const say = useSay();
  const uninvitedNotes = (uninvited: PeopleImport["report"]["uninvited"]) => {
    if (!uninvited) return [];
    const { removed, kept_as_names, stay } = uninvited;
    return [
      ...(removed > 0 ? [say("import.note_removed", { count: removed })] : []),
      ...(kept_as_names > 0 ? [say("import.note_kept_as_names", { count: kept_as_names })] : []),
      ...(stay > 0 ? [say("import.note_uninvited_stay", { count: stay })] : []),
    ];
  };
  const { file } = report;
  const notes = [
    say("import.note_columns", { read: file.columns_read, all: file.columns_in_file }),
    ...(file.never_read.length > 0
      ? [
          say("import.note_never_read", {
            kinds: file.never_read.map((kind) => say(`import.kind_${kind}`)).join(", "),
          }),
        ]
      : []),
    ...(repaired > 0 ? [say("import.note_repaired", { count: repaired })] : []),
    ...(file.names_turned > 0 ? [say("import.note_names_turned", { count: file.names_turned })] : []),
    ...(file.two_digit_years > 0
      ? [say("import.note_two_digit_years", { count: file.two_digit_years })]
      : []),
    ...(report.leavers > 0 ? [say("import.note_leavers", { count: report.leavers })] : []),
    ...(report.emails_made > 0 ? [say("import.note_emails_made", { count: report.emails_made })] : []),
    ...(report.not_in_file > 0 ? [say("import.note_not_in_file", { count: report.not_in_file })] : []),
    ...uninvitedNotes(report.uninvited),
    ...(report.listed_not_found.length > 0
      ? [say("import.note_listed_not_found", { names: report.listed_not_found.slice(0, 10).join(", ") })]
      : []),
    ...(file.unknown_level_words.length > 0
      ? [
          say("import.note_unknown_levels", {
            words: file.unknown_level_words
              .slice(0, 20)
              .map((one) => `${one.word} (${one.people})`)
              .join(", "),
          }),
        ]
      : []),
  ];
  return (
    <ul>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** What the file says about who reports to whom. */
export function ImportTree({ report }: { report: PeopleImport["report"] }) {
  const say = useSay();
  const named = (list: { name: string; people: number }[]) =>
    list
      .slice(0, 12)
      .map((one) => say("import.name_and_people", { name: one.name, count: one.people }))
      .join(", ");
  return (
    <Card title={say("import.tree_title")}>
      <p>
        {report.top
          ? say("import.tree_top", { name: report.top, headcount: report.headcount })
          : say("import.tree_no_top")}
      </p>
      <ul>
        {report.manager_ids_are_other_numbering && <li>{say("import.tree_other_numbering")}</li>}
        {report.managers_without_row.length > 0 && (
          <li>{say("import.tree_without_row", { names: named(report.managers_without_row) })}</li>
        )}
        {report.ambiguous_managers.length > 0 && (
          <li>{say("import.tree_ambiguous", { names: named(report.ambiguous_managers) })}</li>
        )}
        {report.cycles.map((cycle) => (
          <li key={cycle.join()}>{say("import.tree_cycle", { names: cycle.join(" → ") })}</li>
        ))}
        {report.broken_lines.length > 0 && (
          <li>{say("import.tree_broken", { names: named(report.broken_lines) })}</li>
        )}
      </ul>
    </Card>
  );
}

/** Every row that is refused, every cell that is left out, with its reason. */
export function ImportProblems({ id }: { id: string }) {
  const say = useSay();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const { words, steps } = useSortWords();
  const sorting = useSorting([
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
      <div className="filters">
        <TextField
          type="search"
          label={say("import.search_problems")}
          value={typed}
          onChange={(event: { target: { value: string } }) => setTyped(event.target.value)}
        />
        <SortField sorting={sorting} />
      </div>
      <MoreTable
        caption={say("import.problems_title")}
        columns={columns}
        list={useImportProblems(id, { search: search || undefined, ...sorting.by })}
        rowKey={(one) => String(one.position)}
        empty={say(search ? "ui.none_found" : "import.no_problems")}
      />
    </Card>
  );
}

/** The rows by what would become of them. */
export function ImportRows({ people }: { people: PeopleImport }) {
  const say = useSay();
  const first = byWeight.find((outcome) => people.figures[outcome] > 0) ?? "added";
  const [outcome, setOutcome] = useState<Outcome>(first);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
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
  ];
  return (
    <Card title={say("import.rows_title")}>
      <div className="filters">
        <SelectField
          label={say("import.rows_show")}
          value={outcome}
          options={outcomes.map((one) => ({
            value: one,
            label: say(`import.count_${one}`, { count: people.figures[one] }),
          }))}
          onChange={(event: { target: { value: string } }) =>
            setOutcome(outcomes.find((one) => one === event.target.value) ?? "added")
          }
        />
        <TextField
          type="search"
          label={say("people.search")}
          value={typed}
          onChange={(event: { target: { value: string } }) => setTyped(event.target.value)}
        />
      </div>
      <MoreTable
        caption={say("import.rows_title")}
        columns={columns}
        list={useImportRows(people.id, outcome, search)}
        rowKey={(one) => String(one.line)}
        empty={say(search ? "import.no_rows_found" : "import.no_rows")}
      />
    </Card>
  );
}
