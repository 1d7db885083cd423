import { Link } from "@tanstack/react-router";
import type { Moment, Timeline } from "features/record/api/timeline";
import styles from "features/record/components/moments.module.css";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";

interface MomentsProps {
  label: string;
  moments: Moment[];
  isAhead?: boolean;
  /** The reader's. */
  side: Timeline["side"];
  partner: string;
}

/** Moments along a line, each with its day: filled where they lie behind, hollow where they are to come. */
export function Moments({ label, moments, isAhead = false, side, partner }: MomentsProps) {
  const dates = useDates();
  const wordsOf = useMomentWords(side, partner);
  return (
    <ol className={`${styles.line} ${isAhead ? styles.ahead : ""}`} aria-label={label}>
      {moments.map((moment) => {
        const words = wordsOf(moment, isAhead);
        return (
          <li key={`${moment.kind}${moment.on}${moment.meeting_id}${words}`} className={markOf(moment)}>
            <time dateTime={moment.on} className={styles.day}>
              {dates.day(moment.on)}
            </time>
            <span>
              {moment.meeting_id && moment.at ? (
                <Link to="/meeting/$meeting_id" params={{ meeting_id: moment.meeting_id }}>
                  {words}
                </Link>
              ) : (
                words
              )}
              {isAhead && moment.at && <span className="quiet"> · {dates.time(moment.at)}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

const quiet = new Set(["meeting_moved", "meeting_cancelled", "paused", "resumed"]);
const large = new Set([
  "both_happy",
  "brought",
  "started",
  "goal_reached",
  "shown",
  "planned_end",
  "finished",
]);

const markOf = ({ kind }: Moment) => (large.has(kind) ? styles.large : quiet.has(kind) ? styles.quiet : "");

/** What is said of a moment, to one of the two. */
function useMomentWords(side: Timeline["side"], partner: string) {
  const say = useSay();
  const dates = useDates();
  return (moment: Moment, isAhead: boolean): string => {
    const { kind, number, text, activity } = moment;
    const isYours = moment.side === side;
    switch (kind) {
      case "agreement_signed":
        return number === 1
          ? say("timeline.agreement_signed")
          : say("timeline.agreement_signed_again", { number: number ?? 0 });
      case "meeting_set":
      case "meeting_held": {
        const what =
          number === null
            ? say(`activity.${activity ?? "conversation"}`)
            : say("timeline.conversation", { number });
        return kind === "meeting_set" && !isAhead ? say("timeline.was_it_held", { what }) : what;
      }
      case "meeting_moved":
      case "meeting_cancelled": {
        const day = moment.was_at ? dates.dayOf(moment.was_at) : "";
        if (moment.side === null) return say("timeline.called_off", { day });
        return isYours ? say(`timeline.${kind}_by_you`, { day }) : say(`timeline.${kind}`, { day, partner });
      }
      case "goal_reached":
        return isYours
          ? say("timeline.goal_reached_by_you", { goal: text })
          : say("timeline.goal_reached", { goal: text, partner });
      case "shown":
        return say("timeline.shown", { topic: text });
      default:
        return say(`timeline.${kind}`, { partner });
    }
  };
}
