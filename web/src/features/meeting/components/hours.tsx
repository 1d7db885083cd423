import type { PairMeetings } from "features/meeting/api/list-meetings";
import { useSay } from "lib/i18n/say";
import { Sees } from "ui/sees/sees";

/** Hours so far against hours agreed; for the two alone. */
export function Hours({ meetings }: { meetings: PairMeetings }) {
  const say = useSay();
  if (meetings.minutes_agreed === null) return null;
  const held = meetings.items.filter(({ state }) => state === "held").length;
  return (
    <p>
      {say("meeting.hours", {
        held,
        agreed: meetings.meetings_agreed ?? 0,
        hours: meetings.minutes_held / 60,
        hours_agreed: meetings.minutes_agreed / 60,
      })}{" "}
      <Sees>{say("meeting.sees_two")}</Sees>
    </p>
  );
}
