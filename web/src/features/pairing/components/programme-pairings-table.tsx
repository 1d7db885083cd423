import { useDebouncedValue } from "@mantine/hooks";
import {
  type CoordinatorState,
  type ProgrammePairing,
  useProgrammePairings,
} from "features/pairing/api/list-programme-pairings";
import { LinesMetDecision } from "features/pairing/components/lines-met-decision";
import { useLineInWords } from "features/pairing/components/mirror-line";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { SelectField, TextField } from "ui/form/fields";
import { type Column, MoreTable } from "ui/table/more-table";
import { SortField, useSorting, useSortWords } from "ui/table/sort-field";

const states = ["getting_to_know", "started", "paused", "finished"] as const;

interface ProgrammePairingsTableProps {
  programmeId: string;
  /** The programme's own labels for the two sides, where it has any. */
  called: { mentor?: string | undefined; mentee?: string | undefined };
}

/** How the pairs of a programme stand: what a coordinator may see, which is what the pair is told they see. */
export function ProgrammePairingsTable({ programmeId, called }: ProgrammePairingsTableProps) {
  const say = useSay();
  const brings = called.mentor ?? say("pairing.brings");
  const wants = called.mentee ?? say("pairing.wants");
  const inWords = useLineInWords();
  const [state, setState] = useState<CoordinatorState>();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 250);
  const { words, times, steps } = useSortWords();
  const sorting = useSorting([
    ...times("opened_at").reverse(),
    ...words("mentor", brings),
    ...words("mentee", wants),
    ...steps("state", say("pairing.stands")),
  ]);
  const pairings = useProgrammePairings(programmeId, { state, search: search || undefined, ...sorting.by });
  const nameOf = (person: ProgrammePairing["mentor"]) => person.called_name ?? person.name;
  const columns: Column<ProgrammePairing>[] = [
    {
      name: "mentor",
      head: brings,
      cell: ({ mentor }) => <span className="teaches">{nameOf(mentor)}</span>,
    },
    {
      name: "mentee",
      head: wants,
      isTitle: true,
      cell: ({ mentee }) => <span className="learns">{nameOf(mentee)}</span>,
    },
    {
      name: "line",
      head: say("pairing.stands"),
      cell: (one) => (
        <span className="row">
          <span>{inWords(one.line)}</span>
          <LinesMetDecision
            programmeId={programmeId}
            pairing={one}
            names={say("pairing.couple", { one: nameOf(one.mentor), other: nameOf(one.mentee) })}
          />
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
          label={say("pairing.show")}
          value={state ?? ""}
          options={[
            { value: "", label: say("pairing.show_all") },
            ...states.map((one) => ({ value: one, label: say(`pairing.state_${one}`) })),
          ]}
          onChange={(event: { target: { value: string } }) =>
            setState(states.find((one) => one === event.target.value))
          }
        />
        <SortField sorting={sorting} />
      </div>
      <MoreTable
        caption={say("nav.pairs")}
        columns={columns}
        list={pairings}
        rowKey={(one) => one.id}
        empty={say(search ? "ui.none_found" : "pairing.no_pairs")}
      />
    </>
  );
}
