import { type RunPair, useRunPairs } from "features/matching/api/match-run-lists";
import { useKeepApart, useKeepTogether } from "features/matching/api/wishes";
import { type Reason, type TopicName, useReasonInWords } from "features/matching/components/reasons";
import { Refusal } from "lib/api-client/refusal";
import { useKnows, useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Answered, Empty, Refused } from "ui/state/states";
import { type Column, PlainTable } from "ui/table/more-table";
import { Tag } from "ui/tag/tag";

interface RunPairsTableProps {
  programmeId: string;
  runId: string;
  topicName: TopicName;
}

/** Each pair with why it is one, both ways; words, never figures. */
export function RunPairsTable({ programmeId, runId, topicName }: RunPairsTableProps) {
  const say = useSay();
  const knows = useKnows();
  const inWords = useReasonInWords(topicName);
  const pairs = useRunPairs(runId);
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
      head: say("matching.brings"),
      cell: ({ mentor }) => <span className="teaches whole">{mentor.name}</span>,
    },
    {
      name: "mentee",
      head: say("matching.wants"),
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
      head: say("matching.fit"),
      cell: (pair) => <span className="small quiet whole">{fitOf(pair)}</span>,
    },
    {
      name: "wish",
      head: say("matching.wish"),
      cell: (pair) => (
        <span className="row small whole">
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
        </span>
      ),
    },
  ];
  const refused = together.error ?? apart.error;

  return (
    <>
      <Answered query={pairs}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          if (rows.length === 0) return <Empty sentence={say("matching.no_pairs")} />;
          return (
            <PlainTable
              caption={say("matching.pairs")}
              columns={columns}
              rows={rows}
              rowKey={(one) => String(one.position)}
            />
          );
        }}
      </Answered>
      {refused instanceof Refusal && <Refused error={refused} />}
      {pairs.hasNextPage && (
        <div>
          <Button busy={pairs.isFetchingNextPage} onClick={() => void pairs.fetchNextPage()}>
            {say("ui.more")}
          </Button>
        </div>
      )}
    </>
  );
}
