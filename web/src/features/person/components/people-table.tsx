import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { type PeopleFilter, type PersonRow, type Role, usePeople } from "features/person/api/list-people";
import { roles } from "features/person/components/roles";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { SelectField, TextField } from "ui/form/fields";
import { type Column, MoreTable } from "ui/table/more-table";
import { SortField, useSorting, useSortWords } from "ui/table/sort-field";
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
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const [state, setState] = useState<PeopleFilter["state"]>(inState);
  const [role, setRole] = useState(withRole);
  const { words, numbers } = useSortWords();
  const sorting = useSorting([
    ...words("name", say("people.name")),
    ...words("department", say("people.department")),
    ...numbers("level", say("people.level")),
  ]);
  const people = usePeople({ search, state, role, ...sorting.by });

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
    <>
      <div className="filters">
        <TextField
          type="search"
          label={say("people.search")}
          value={typed}
          onChange={(event: { target: { value: string } }) => setTyped(event.target.value)}
        />
        <SelectField
          label={say("people.show")}
          value={state ?? "active"}
          options={states.map((one) => ({ value: one, label: say(`people.state_${one}`) }))}
          onChange={(event: { target: { value: string } }) =>
            setState(states.find((one) => one === event.target.value))
          }
        />
        <SelectField
          label={say("people.with_role")}
          value={role ?? ""}
          options={[
            { value: "", label: say("people.any_role") },
            ...roles.map((one) => ({ value: one, label: say(`role.${one}`) })),
          ]}
          onChange={(event: { target: { value: string } }) =>
            setRole(roles.find((one) => one === event.target.value))
          }
        />
        <SortField sorting={sorting} />
      </div>
      <MoreTable
        caption={say("nav.people")}
        columns={columns}
        list={people}
        rowKey={(one) => one.id}
        empty={say("people.nobody")}
      />
    </>
  );
}
