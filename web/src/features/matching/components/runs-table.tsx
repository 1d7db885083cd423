import { Link } from "@tanstack/react-router";
import { type MatchRun, useEveryMatchRun } from "features/matching/api/match-runs";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useFilter, useFinding, useSortWords } from "ui/list/finding";
import { FoundTable } from "ui/list/found-list";
import type { Column } from "ui/table/plain-table";
import { Tag } from "ui/tag/tag";

const states = [
  "queued",
  "running",
  "draft",
  "sending",
  "published",
  "withdrawn",
  "cancelled",
  "failed",
] as const;

const toneOf = ({ state }: MatchRun) =>
  state === "published"
    ? "good"
    : state === "failed" || state === "withdrawn" || state === "sending"
      ? "wait"
      : "plain";

const hasPairs = ({ state }: MatchRun) => ["draft", "sending", "published", "withdrawn"].includes(state);

/** Every run of a programme: when, by whom, what it looked for, what came of it. */
export function RunsTable({ programmeId, shown }: { programmeId: string; shown?: MatchRun | undefined }) {
  const say = useSay();
  const dates = useDates();
  const state = useFilter<MatchRun["state"] | "">({
    label: say("runs.state"),
    usual: "",
    options: [
      { value: "", label: say("runs.any_state") },
      ...states.map((one) => ({ value: one, label: say(`runs.state_${one}`) })),
    ],
  });
  const { times, steps } = useSortWords();
  const finding = useFinding([...times("number"), ...steps("state", say("runs.state"))], [state]);
  const runs = useEveryMatchRun(programmeId, { ...finding.asked, state: state.value || undefined });
  const goalOf = ({ objective, priority, scope }: MatchRun) => {
    const goal = say(objective === "best" ? `runs.goal_${priority}` : `runs.goal_${objective}`);
    return scope === "rest" ? say("runs.goal_rest", { goal }) : goal;
  };
  const sendingOf = ({ publication }: MatchRun) => {
    if (publication?.state !== "waiting" && publication?.state !== "sent") return undefined;
    const when = dates.moment(publication.sends_at);
    const name = publication.started_by ?? say("runs.by_nobody");
    return say(publication.state === "sent" ? "runs.sent_by" : "runs.sends_by", { when, name });
  };
  const comparing = (other: MatchRun): Column<MatchRun> => ({
    name: "compare",
    head: say("runs.compare"),
    cell: (run) => {
      if (run.id === other.id || !hasPairs(run)) return "";
      const [before, now] = run.number < other.number ? [run, other] : [other, run];
      return (
        <Link
          className="small"
          to="/programmes/$programme_id/matching/$run_id/compared/$before_id"
          params={{ programme_id: programmeId, run_id: now.id, before_id: before.id }}
        >
          {say("runs.compare_with", { number: other.number })}
        </Link>
      );
    },
  });
  const columns: Column<MatchRun>[] = [
    {
      name: "number",
      head: say("runs.number"),
      cell: ({ id, number }) => (
        <Link
          to="/programmes/$programme_id/matching/$run_id"
          params={{ programme_id: programmeId, run_id: id }}
        >
          {say("runs.nth", { number })}
        </Link>
      ),
    },
    {
      name: "when",
      head: say("runs.when"),
      cell: ({ created_at }) => <span className="whole">{dates.moment(created_at)}</span>,
    },
    { name: "by", head: say("runs.by"), cell: ({ started_by }) => started_by ?? say("runs.by_nobody") },
    { name: "goal", head: say("runs.goal"), cell: goalOf },
    {
      name: "pairs",
      head: say("runs.pairs"),
      isNumber: true,
      cell: ({ report }) => (report ? say("ui.number", { number: report.pairs }) : "–"),
    },
    {
      name: "state",
      head: say("runs.state"),
      cell: (run) => (
        <>
          <Tag tone={toneOf(run)}>
            {say(run.trouble ? "runs.state_impossible" : `runs.state_${run.state}`)}
          </Tag>
          {sendingOf(run) && (
            <span className="small quiet" style={{ display: "block" }}>
              {sendingOf(run)}
            </span>
          )}
        </>
      ),
    },
    ...(shown && hasPairs(shown) ? [comparing(shown)] : []),
  ];
  return (
    <FoundTable
      finding={finding}
      label={say("runs.search")}
      caption={say("runs.title")}
      columns={columns}
      list={runs}
      rowKey={({ id }) => id}
      empty={say("runs.none")}
    />
  );
}
