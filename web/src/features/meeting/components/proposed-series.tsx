import type { Meeting } from "features/meeting/api/list-meetings";
import { useAcceptSeries } from "features/meeting/api/series";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Button } from "ui/button/button";
import { Trouble } from "ui/state/trouble";

interface ProposedSeriesProps {
  /** Of one series, each with its one time. */
  meetings: Meeting[];
  partner: string;
  /** Each for itself; folded away. */
  children: ReactNode;
}

/** Several dates proposed in one go: taken with one word, or each for itself. */
export function ProposedSeries({ meetings, partner, children }: ProposedSeriesProps) {
  const say = useSay();
  const accept = useAcceptSeries(meetings[0]?.series_id ?? "");
  const isMine = meetings.every(({ allowed_actions }) => !allowed_actions.includes("choose"));
  return (
    <section className="stack">
      <h3>{say(isMine ? "meeting.series_waits" : "meeting.series_proposed", { partner })}</h3>
      <SeriesDates times={meetings.flatMap(({ times }) => times)} accept={isMine ? undefined : accept} />
      <details>
        <summary>{say("meeting.one_by_one")}</summary>
        <div className="stack">{children}</div>
      </details>
    </section>
  );
}

interface SeriesDatesProps {
  times: { starts_at: string }[];
  /** For whoever may take them. */
  accept: { mutate: () => void; isPending: boolean; error: Error | null } | undefined;
}

export function SeriesDates({ times, accept }: SeriesDatesProps) {
  const say = useSay();
  const dates = useDates();
  return (
    <>
      <ul>
        {times.map(({ starts_at }) => (
          <li key={starts_at}>{`${dates.dayOf(starts_at)}, ${dates.time(starts_at)}`}</li>
        ))}
      </ul>
      {accept && (
        <div className="row">
          <Button kind="filled" busy={accept.isPending} onClick={() => accept.mutate()}>
            {say("meeting.take_all", { count: times.length })}
          </Button>
        </div>
      )}
      <Trouble of={accept?.error ?? null} />
    </>
  );
}

/** What was proposed in one go and waits together, and every other date. */
export function apart(open: Meeting[]): { series: Meeting[][]; alone: Meeting[] } {
  const waiting = new Map<string, Meeting[]>();
  for (const meeting of open)
    if (meeting.series_id && meeting.state === "proposed")
      waiting.set(meeting.series_id, [...(waiting.get(meeting.series_id) ?? []), meeting]);
  const series = [...waiting.values()].filter(({ length }) => length > 1);
  const together = new Set(series.flat());
  return { series, alone: open.filter((meeting) => !together.has(meeting)) };
}
