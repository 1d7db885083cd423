import { Link } from "@tanstack/react-router";
import type { SurveyBrief } from "features/survey/api/surveys";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";

interface SurveyListProps {
  surveys: SurveyBrief[];
}

/** Questions about one's pairs: what, about whom, until when. */
export function SurveyList({ surveys }: SurveyListProps) {
  const say = useSay();
  const dates = useDates();
  return (
    <ul className="stack">
      {surveys.map(({ id, kind, number, partner, closes_on, state }) => (
        <li key={id}>
          <Link to="/questions/$survey_id" params={{ survey_id: id }}>
            {say(`survey.kind_${kind}`, { number, partner })}
          </Link>
          <div className="quiet small">
            {say(`survey.state_${state}`)} · {say("survey.until", { day: dates.day(closes_on) })}
          </div>
        </li>
      ))}
    </ul>
  );
}
