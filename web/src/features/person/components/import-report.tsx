import { Link } from "@tanstack/react-router";
import type { PeopleImport } from "features/person/api/people-import";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Tag } from "ui/tag/tag";

/** What may become of a row. */
export const outcomes = ["added", "changed", "unchanged", "refused", "name_only", "left_out"] as const;

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
