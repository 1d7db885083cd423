import { Link } from "@tanstack/react-router";
import { type PersonRow, type Role, usePeople } from "features/person/api/list-people";
import { roles } from "features/person/components/roles";
import { useSay } from "lib/i18n/say";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

const hasMarks = (one: PersonRow) => one.line_state === "broken" || !one.is_active || one.roles.length > 0;
const states = ["active", "without_address", "inactive", "name_only", "everyone", "removable"] as const;

interface PeopleTableProps {
  /** What is shown at first. */
  withRole?: Role;
  inState?: (typeof states)[number];
}

/** One of the states in which people are looked for, out of an address. */
export const peopleState = (text: unknown) => states.find((one) => one === text);

/** Everybody the house knows, found by name, role or state. */
export function PeopleTable({ withRole, inState = "active" }: PeopleTableProps) {
  const say = useSay();
  const state = useFilter({
    label: say("people.show"),
    usual: "active",
    first: inState,
    isPart: true,
    options: states.map((one) => ({ value: one, label: say(`people.state_${one}`) })),
  });
  const role = useFilter<Role | "">({
    label: say("people.with_role"),
    usual: "",
    first: withRole,
    options: [
      { value: "", label: say("people.any_role") },
      ...roles.map((one) => ({ value: one, label: say(`role.${one}`) })),
    ],
  });
  const { words, numbers } = useSortWords();
  const finding = useFinding(
    [
      ...words("name", say("people.name")),
      ...words("department", say("people.department")),
      ...numbers("level", say("people.level")),
    ],
    [state, role],
  );
  const people = usePeople({ ...finding.asked, state: state.value, role: role.value || undefined });

  const columns: Column<PersonRow>[] = [
    {
      name: "name",
      head: say("people.name"),
      cell: (one) => (
        <Link to="/administration/people/$person_id" params={{ person_id: one.id }}>
          {one.name}
        </Link>
      ),
    },
    { name: "job", head: say("people.job_title"), cell: (one) => one.job_title ?? "–" },
    { name: "department", head: say("people.department"), cell: (one) => one.department ?? "–" },
    {
      name: "level",
      head: say("people.level"),
      cell: (one) => one.level_name ?? one.level ?? "–",
      isNumber: true,
    },
    { name: "manager", head: say("people.manager"), cell: (one) => one.manager_name ?? "–" },
    {
      name: "marks",
      head: say("people.marks"),
      cell: (one) =>
        hasMarks(one) && (
          <span className="row">
            {one.line_state === "broken" && <Tag tone="wait">{say("people.line_broken")}</Tag>}
            {!one.is_active && <Tag>{say("people.state_inactive")}</Tag>}
            {one.roles.map((held) => (
              <Tag key={held}>{say(`role.${held}`)}</Tag>
            ))}
          </span>
        ),
    },
  ];

  return (
    <FoundTable
      finding={finding}
      caption={say("nav.people")}
      columns={columns}
      list={people}
      rowKey={(one) => one.id}
      empty={say("people.nobody")}
    />
  );
}
