import { type RunPair, useRunPairs } from "features/matching/api/match-run-lists";
import { useKeepApart, useKeepTogether } from "features/matching/api/wishes";
import { type Reason, type TopicName, useReasonInWords } from "features/matching/components/reasons";
import { type Called, useLabels } from "lib/i18n/called";
import { useKnows, useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { useFinding, useSortWords } from "ui/list/finding";
import { FoundLongTable } from "ui/list/found-list";
import { Trouble } from "ui/state/trouble";
import type { Column } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

interface RunPairsTableProps {
  programmeId: string;
  runId: string;
  /** The programme's own labels for the two sides, where it has any. */
  called: Called | undefined;
  topicName: TopicName;
  /** Gives somebody of a pair someone else; not there where nothing is made any more. */
  onSomeoneElse?: ((pair: RunPair) => void) | undefined;
}

/** Each pair with why it is one, both ways; words, never figures. */
export function RunPairsTable({ programmeId, runId, called, topicName, onSomeoneElse }: RunPairsTableProps) {
  const say = useSay();
  const knows = useKnows();
  const inWords = useReasonInWords(topicName);
  const { head } = useLabels(called);
  const { words, steps } = useSortWords();
  const finding = useFinding([
    ...steps("position", say("matching.as_found")),
    ...words("mentor", head("mentor")),
    ...words("mentee", head("mentee")),
  ]);
  const pairs = useRunPairs(runId, finding.asked);
  const together = useKeepTogether(programmeId);
  const apart = useKeepApart(programmeId);
  const because = (reasons: Reason[]) => reasons.slice(0, 2).map(inWords).filter(Boolean).join(" · ");
  const fitOf = ({ fit, mentor, mentee }: RunPair) => {
    const key = `matching.fit_${fit}`;
    return knows(key) ? say(key, { name: fit === "thin_for_mentor" ? mentor.name : mentee.name }) : "";
  };
  const couple = ({ mentor, mentee }: RunPair) => ({ mentor_id: mentor.id, mentee_id: mentee.id });
  const names = ({ mentor, mentee }: RunPair) => ({ one: mentor.name, other: mentee.name });
  const columns: Column<RunPair>[] = [
    {
      name: "mentor",
      width: "14%",
      head: head("mentor"),
      cell: ({ mentor }) => <span className="teaches whole">{mentor.name}</span>,
    },
    {
      name: "mentee",
      width: "14%",
      head: head("mentee"),
      isTitle: true,
      cell: ({ mentee }) => <span className="learns whole">{mentee.name}</span>,
    },
    {
      name: "for_mentee",
      head: say("matching.why_wants"),
      cell: ({ reasons }) => because(reasons.for_mentee),
    },
    {
      name: "for_mentor",
      head: say("matching.why_brings"),
      cell: ({ reasons }) => because(reasons.for_mentor),
    },
    {
      name: "fit",
      width: "13%",
      head: say("matching.fit"),
      cell: (pair) => <span className="small quiet whole">{fitOf(pair)}</span>,
    },
    {
      name: "wish",
      width: "15%",
      head: say("matching.wish"),
      cell: (pair) => (
        <span className="row small" style={{ columnGap: "var(--s3)", rowGap: 0, minWidth: "9.5rem" }}>
          {pair.is_filled_up && <Tag>{say("matching.second_choice")}</Tag>}
          {pair.is_locked ? (
            <Tag tone="good">{say("matching.kept_together")}</Tag>
          ) : (
            <Button
              kind="bare"
              label={say("matching.keep_these_together", names(pair))}
              onClick={() => together.mutate(couple(pair))}
            >
              {say("matching.together")}
            </Button>
          )}
          <Button
            kind="bare"
            label={say("matching.keep_these_apart", names(pair))}
            onClick={() => apart.mutate(couple(pair))}
          >
            {say("matching.apart")}
          </Button>
          {onSomeoneElse && !pair.is_filled_up && (
            <Button
              kind="bare"
              label={say("trial.someone_else_for", names(pair))}
              onClick={() => onSomeoneElse(pair)}
            >
              {say("trial.someone_else")}
            </Button>
          )}
        </span>
      ),
    },
  ];
  const refused = together.error ?? apart.error;

  return (
    <>
      <FoundLongTable
        finding={finding}
        caption={say("matching.pairs")}
        columns={columns}
        list={pairs}
        rowKey={(one) => String(one.position)}
        empty={say("matching.no_pairs")}
      />
      <Trouble of={refused} />
    </>
  );
}
