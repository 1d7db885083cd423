import {
  type CoordinatorState,
  type ProgrammePairing,
  useProgrammePairings,
} from "features/pairing/api/list-programme-pairings";
import { LinesMetDecision } from "features/pairing/components/lines-met-decision";
import { useLineInWords } from "features/pairing/components/mirror-line";
import { type Called, useLabels } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";

const states = ["getting_to_know", "started", "paused", "finished"] as const;

interface ProgrammePairingsTableProps {
  programmeId: string;
  /** The programme's own labels for the two sides, where it has any. */
  called: Called | undefined;
  /** What else may be done about a pair. */
  beside?: (pairing: ProgrammePairing) => ReactNode;
}

/** How the pairs of a programme stand: what a coordinator may see, which is what the pair is told they see. */
export function ProgrammePairingsTable({ programmeId, called, beside }: ProgrammePairingsTableProps) {
  const say = useSay();
  const { head } = useLabels(called);
  const brings = head("mentor");
  const wants = head("mentee");
  const inWords = useLineInWords();
  const state = useFilter<CoordinatorState | "">({
    label: say("pairing.show"),
    usual: "",
    options: [
      { value: "", label: say("pairing.show_all") },
      ...states.map((one) => ({ value: one, label: say(`pairing.state_${one}`) })),
    ],
  });
  const { words, times, steps } = useSortWords();
  const finding = useFinding(
    [
      ...times("opened_at").reverse(),
      ...words("mentor", brings),
      ...words("mentee", wants),
      ...steps("state", say("pairing.stands")),
    ],
    [state],
  );
  const pairings = useProgrammePairings(programmeId, { ...finding.asked, state: state.value || undefined });
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
          {beside?.(one)}
        </span>
      ),
    },
  ];

  return (
    <FoundTable
      finding={finding}
      caption={say("nav.pairs")}
      columns={columns}
      list={pairings}
      rowKey={(one) => one.id}
      empty={say("pairing.no_pairs")}
    />
  );
}
