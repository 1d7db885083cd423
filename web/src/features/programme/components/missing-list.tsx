import { Link } from "@tanstack/react-router";
import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { stepOf } from "features/programme/components/set-up-step";
import { useSay } from "lib/i18n/say";

/** What the first invitation still needs, each with the step where it is mended. */
export function MissingList({ setUp }: { setUp: ProgrammeSetUp }) {
  const say = useSay();
  if (setUp.missing.length === 0) return <p>{say("programme.nothing_missing")}</p>;
  return (
    <ul>
      {setUp.missing.map((one) => (
        <li key={one}>
          {one === "confidential_contacts" ? (
            <Link to="/administration/people">{say("programme.missing_confidential_contacts")}</Link>
          ) : (
            <Link
              to="/programmes/$programme_id/set-up/$step"
              params={{ programme_id: setUp.id, step: stepOf[one] }}
            >
              {one === "sponsor" && setUp.sponsor
                ? say("programme.missing_sponsor_answer", { name: setUp.sponsor.name })
                : say(`programme.missing_${one}`)}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
