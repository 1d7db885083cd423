import type { Meeting } from "features/meeting/api/list-meetings";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";

interface FurtherDatesProps {
  meetings: Meeting[];
  children: (meeting: Meeting) => ReactNode;
}

/** Dates after the next one; folded away. */
export function FurtherDates({ meetings, children }: FurtherDatesProps) {
  const say = useSay();
  if (meetings.length === 0) return null;
  return (
    <details>
      <summary>{say("meeting.further_dates", { count: meetings.length })}</summary>
      <div className="stack">{meetings.map(children)}</div>
    </details>
  );
}
