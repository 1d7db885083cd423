import { useDebouncedValue } from "@mantine/hooks";
import {
  type EnrolmentBrief,
  type EnrolmentFilter,
  useEnrolments,
} from "features/programme/api/list-enrolments";
import type { CalledHere } from "features/programme/components/called-here";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { SelectField, TextField } from "ui/form/fields";
import { type Column, MoreTable } from "ui/table/more-table";
import { SortField, useSorting, useSortWords } from "ui/table/sort-field";
import { Tag } from "ui/tag/tag";

const sides = ["mentor", "mentee"] as const;

/** Who takes part. Answers to invitations are nowhere here: whoever said no is like whoever never came. */
export function EnrolmentsTable({ programmeId, called }: { programmeId: string; called: CalledHere }) {
  const say = useSay();
  const labelOf = (one: (typeof sides)[number]) => called[one] ?? say(`enrolments.side_${one}`);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 250);
  const [side, setSide] = useState<EnrolmentFilter["side"]>();
  const { words, times, steps } = useSortWords();
  const sorting = useSorting([
    ...words("name", say("people.name")),
    ...words("department", say("people.department")),
    ...times("joined_on"),
    ...steps("state", say("enrolments.state")),
  ]);
  const enrolments = useEnrolments(programmeId, { search, side, ...sorting.by });
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
    <>
      <div className="filters">
        <TextField
          type="search"
          label={say("people.search")}
          value={typed}
          onChange={(event: { target: { value: string } }) => setTyped(event.target.value)}
        />
        <SelectField
          label={say("enrolments.side")}
          value={side ?? ""}
          options={[
            { value: "", label: say("enrolments.both_sides") },
            ...sides.map((one) => ({ value: one, label: labelOf(one) })),
          ]}
          onChange={(event: { target: { value: string } }) =>
            setSide(sides.find((one) => one === event.target.value))
          }
        />
        <SortField sorting={sorting} />
      </div>
      <MoreTable
        caption={say("nav.people")}
        columns={columns}
        list={enrolments}
        rowKey={(one) => one.id}
        empty={say("enrolments.nobody")}
      />
    </>
  );
}
