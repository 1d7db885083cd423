import type { GroupMeeting } from "features/circle/api/group-meetings";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";

interface GroupMeetingWhenProps {
  meeting: GroupMeeting;
  /** How it is said in whose name: to whoever is asked, or to whoever set it. */
  says: "news.convenes" | "news.in_the_name";
}

/** When it is on the reader's own clock, where, and in whose name. */
export function GroupMeetingWhen({ meeting, says }: GroupMeetingWhenProps) {
  const say = useSay();
  const dates = useDates();
  const own = useIntl().timeZone ?? "UTC";
  const { starts_at, starts_local, time_zone, minutes, place, sponsor_name } = meeting;
  const isLink = /^https:\/\/\S+$/.test(place);
  return (
    <>
      <p>
        <strong>
          {dates.dayOf(starts_at)}, {dates.time(starts_at)}
        </strong>{" "}
        <span className="quiet">{say("news.minutes", { minutes })}</span>
      </p>
      {own !== time_zone && (
        <p className="small quiet">
          {say("news.other_clock", { zone: time_zone, time: starts_local.slice(11) })}
        </p>
      )}
      {place && (
        <p>
          <Say
            k="news.where"
            values={{
              place: isLink ? (
                <a href={place} rel="noreferrer" target="_blank">
                  {place}
                </a>
              ) : (
                place
              ),
            }}
          />
        </p>
      )}
      {sponsor_name && <p>{say(says, { name: sponsor_name })}</p>}
    </>
  );
}
