import {
  type CoordinatorState,
  type ProgrammePairing,
  useProgrammePairings,
} from "features/pairing/api/list-programme-pairings";
import { LinesMetDecision } from "features/pairing/components/lines-met-decision";
import { useLineInWords } from "features/pairing/components/mirror-line";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { SelectField } from "ui/form/fields";
import { Answered, Empty } from "ui/state/states";
import { type Column, PlainTable } from "ui/table/more-table";

const states = ["getting_to_know", "started", "paused", "finished"] as const;

/** How the pairs of a programme stand: what a coordinator may see, which is what the pair is told they see. */
export function ProgrammePairingsTable({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const inWords = useLineInWords();
  const [state, setState] = useState<CoordinatorState>();
  const pairings = useProgrammePairings(programmeId, state);
  const nameOf = (person: ProgrammePairing["mentor"]) => person.called_name ?? person.name;
  const columns: Column<ProgrammePairing>[] = [
    {
      name: "mentor",
      head: say("pairing.brings"),
      cell: ({ mentor }) => <span className="teaches">{nameOf(mentor)}</span>,
    },
    {
      name: "mentee",
      head: say("pairing.wants"),
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
      </div>
      <Answered query={pairings}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) return <Empty sentence={say("pairing.no_pairs")} />;
          return (
            <PlainTable caption={say("nav.pairs")} columns={columns} rows={rows} rowKey={(one) => one.id} />
          );
        }}
      </Answered>
      {pairings.hasNextPage && (
        <div>
          <Button busy={pairings.isFetchingNextPage} onClick={() => void pairings.fetchNextPage()}>
            {say("ui.more")}
          </Button>
        </div>
      )}
    </>
  );
}
