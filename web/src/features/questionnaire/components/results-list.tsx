import { Link } from "@tanstack/react-router";
import type { ResultsBrief } from "features/questionnaire/api/results";
import { useTitle } from "features/questionnaire/components/use-title";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";

/** What has closed in a programme, newest first. */
export function ResultsList({ results }: { results: ResultsBrief[] }) {
  const say = useSay();
  const dates = useDates();
  const titleOf = useTitle();
  return (
    <ul className="stack">
      {results.map((one) => (
        <li key={one.id}>
          <Link to="/results/$questionnaire_id" params={{ questionnaire_id: one.id }}>
            {titleOf(one)}
          </Link>
          <div className="quiet small">{say("results.closed_on", { day: dates.day(one.closed_on) })}</div>
        </li>
      ))}
    </ul>
  );
}
