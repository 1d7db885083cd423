import { type EnrolmentBrief, useEnrolments } from "features/programme/api/list-enrolments";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

const sides = ["mentor", "mentee"] as const;

/** Who takes part. Answers to invitations are nowhere here: whoever said no is like whoever never came. */
export function EnrolmentsTable({
  programmeId,
  called,
}: {
  programmeId: string;
  called: Called | undefined;
}) {
  const say = useSay();
  const { of: labelOf } = useLabels(called);
  const side = useFilter<"" | "mentor" | "mentee">({
    label: say("enrolments.side"),
    usual: "",
    options: [
      { value: "", label: say("enrolments.both_sides") },
      ...sides.map((one) => ({ value: one, label: labelOf(one) })),
    ],
  });
  const { words, times, steps } = useSortWords();
  const finding = useFinding(
    [
      ...words("name", say("people.name")),
      ...words("department", say("people.department")),
      ...times("joined_on"),
      ...steps("state", say("enrolments.state")),
    ],
    [side],
  );
  const enrolments = useEnrolments(programmeId, { ...finding.asked, side: side.value || undefined });
  const columns: Column<EnrolmentBrief>[] = [
    { name: "name", head: say("people.name"), cell: (one) => <strong>{one.name}</strong> },
    { name: "side", head: say("enrolments.side"), cell: (one) => labelOf(one.side) },
    { name: "department", head: say("people.department"), cell: (one) => one.department ?? "–" },
    { name: "level", head: say("people.level"), cell: (one) => one.level ?? "–", isNumber: true },
    {
      name: "state",
      head: say("enrolments.state"),
      cell: (one) => (
        <span className="row">
          <Tag tone={one.state === "joined" ? "good" : "wait"}>{say(`enrolments.state_${one.state}`)}</Tag>
          {!one.has_read_charter && <Tag>{say("enrolments.charter_unread")}</Tag>}
        </span>
      ),
    },
  ];
  return (
    <FoundTable
      finding={finding}
      caption={say("nav.people")}
      columns={columns}
      list={enrolments}
      rowKey={(one) => one.id}
      empty={say("enrolments.nobody")}
    />
  );
}
