import { Link } from "@tanstack/react-router";
import type { AskedBrief, ResultsBrief } from "features/questionnaire/api/questionnaires";
import { useTitle } from "features/questionnaire/components/use-title";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";

/** What the reader was named to read the words of. */
export function WordsToReadList({ items }: { items: ResultsBrief[] }) {
  const say = useSay();
  const titleOf = useTitle();
  return (
    <ul className="stack">
      {items.map((one) => (
        <li key={one.id}>
          {titleOf(one)}{" "}
          <Link
            to="/results/$questionnaire_id/words"
            params={{ questionnaire_id: one.id }}
            aria-label={`${say("questionnaire.to_read_link")}: ${titleOf(one)}`}
          >
            {say("questionnaire.to_read_link")}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface QuestionnaireListProps {
  questionnaires: AskedBrief[];
  /** The day in the house; nothing while it is not known. */
  today: string | undefined;
}

/** What is asked of everybody who takes part: what, until when, how far one is; and what came of it. */
export function QuestionnaireList({ questionnaires, today }: QuestionnaireListProps) {
  const say = useSay();
  const dates = useDates();
  const titleOf = useTitle();
  const stands = ({ is_open, is_anonymous, standing }: AskedBrief) => {
    if (is_anonymous) return say(is_open ? "questionnaire.standing_box" : "questionnaire.standing_over");
    if (standing === "sent") return say("questionnaire.standing_sent");
    return say(is_open ? `questionnaire.standing_${standing ?? "open"}` : "questionnaire.standing_over");
  };
  return (
    <ul className="stack">
      {questionnaires.map((one) => (
        <li key={one.id}>
          <Link to="/questionnaire/$questionnaire_id" params={{ questionnaire_id: one.id }}>
            {titleOf(one)}
          </Link>
          <div className="quiet small">
            {one.programme.name} · {stands(one)} ·{" "}
            {say(today && one.closes_on < today ? "questionnaire.closed_after" : "questionnaire.until", {
              day: dates.day(one.closes_on),
            })}
          </div>
          {one.has_results && (
            <Link
              className="small"
              to="/results/$questionnaire_id"
              params={{ questionnaire_id: one.id }}
              aria-label={`${say("questionnaire.to_results")}: ${titleOf(one)}`}
            >
              {say("questionnaire.to_results")}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
