import { Link } from "@tanstack/react-router";
import type { Outline, Planned } from "features/questionnaire/api/forms";
import { useTitle } from "features/questionnaire/components/use-title";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Tag } from "ui/tag/tag";

interface AskedListProps {
  programmeId: string;
  outlines: Outline[];
}

const tones = { draft: "wait", open: "good", closed: "plain" } as const;

/** What is being written, can be answered or has closed in a programme. */
export function AskedList({ programmeId, outlines }: AskedListProps) {
  const say = useSay();
  const dates = useDates();
  const titleOf = useTitle();
  const facts = ({ state, is_anonymous, asked, closes_on }: Outline) =>
    [
      say(is_anonymous ? "asking.anonymous" : "asking.confidential"),
      say(state === "draft" ? "asking.would_be_asked" : "asking.is_asked", { count: asked }),
      closes_on &&
        say(state === "closed" ? "asking.closed_on" : "questionnaire.until", { day: dates.day(closes_on) }),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <ul className="stack">
      {outlines.map((one) => (
        <li key={one.id}>
          <span className="row">
            <Link
              to="/programmes/$programme_id/questions/$questionnaire_id"
              params={{ programme_id: programmeId, questionnaire_id: one.id }}
            >
              {titleOf(one)}
            </Link>
            <Tag tone={tones[one.state]}>{say(`asking.state_${one.state}`)}</Tag>
          </span>
          <div className="quiet small">{facts(one)}</div>
          {one.state === "closed" && (
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

/** What the house asks by itself, and when. */
export function PlannedList({ planned }: { planned: Planned[] }) {
  const say = useSay();
  const dates = useDates();
  const titleOf = useTitle();
  const when = ({ opens_on, closes_on }: Planned) =>
    opens_on && closes_on
      ? say("asking.planned_days", { from: dates.day(opens_on), until: dates.day(closes_on) })
      : say("asking.planned_unknown");
  return (
    <ul className="stack">
      {planned.map((one) => (
        <li key={one.moment}>
          {titleOf(one)}
          <div className="quiet small">{when(one)}</div>
        </li>
      ))}
    </ul>
  );
}
