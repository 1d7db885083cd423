import { Link } from "@tanstack/react-router";
import type { Meeting, PairMeetings } from "features/meeting/api/list-meetings";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";

interface MeetingsBehindProps {
  meetings: Meeting[];
  side: PairMeetings["side"];
  partner: string;
}

/** What was held and what was not, the latest first; folded away. */
export function MeetingsBehind({ meetings, side, partner }: MeetingsBehindProps) {
  const say = useSay();
  const sentence = useMeetingBehind(side, partner);
  if (meetings.length === 0) return null;
  return (
    <details>
      <summary>
        {say("meeting.behind", { count: meetings.filter(({ state }) => state === "held").length })}
      </summary>
      <ul>
        {[...meetings].reverse().map((meeting) => (
          <li key={meeting.id}>
            {meeting.state === "held" ? (
              <Link to="/meeting/$meeting_id" params={{ meeting_id: meeting.id }}>
                {sentence(meeting)}
              </Link>
            ) : (
              sentence(meeting)
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function useMeetingBehind(side: PairMeetings["side"], partner: string) {
  const say = useSay();
  const dates = useDates();
  return (meeting: Meeting): string => {
    const when = meeting.time ? dates.moment(meeting.time.starts_at) : undefined;
    if (meeting.state === "held" && when) {
      return meeting.number === null
        ? say("meeting.activity_held_on", { activity: say(`activity.${meeting.activity}`), when })
        : say("meeting.held_on", { number: meeting.number, when });
    }
    const change = meeting.changes.findLast(({ kind }) => kind === "cancelled");
    if (!change || !when) return when ? say("meeting.called_off", { when }) : say("meeting.never_set");
    return say(change.side === side ? "meeting.cancelled_by_you" : "meeting.cancelled_by_partner", {
      partner,
      when,
    });
  };
}
