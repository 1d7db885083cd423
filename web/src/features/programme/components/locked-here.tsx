import { Link } from "@tanstack/react-router";
import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import type { SetUpStep } from "features/programme/components/set-up-step";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

type Setting = ProgrammeSetUp["locks"][number]["setting"];

const stepOf: Partial<Record<Setting, SetUpStep>> = {
  aims: "aims",
  anonymous_first: "rules",
  results_use: "purpose",
  uses_career_stage: "people",
  waiting_is_comparison: "rules",
};

/** What of this step is locked by agreement, and where a change of it is proposed. */
export function LockedHere({ setUp, at }: { setUp: ProgrammeSetUp; at: SetUpStep }) {
  const say = useSay();
  const locked = setUp.locks.filter(({ setting }) => stepOf[setting] === at);
  if (locked.length === 0) return null;
  return (
    <Card>
      <p role="status">
        {say("set_up_programme.locked_here", {
          settings: locked.map(({ setting }) => say(`set_up_programme.locked_${setting}`)).join("; "),
        })}{" "}
        <Link to="/agreed-settings/$programme_id" params={{ programme_id: setUp.id }}>
          {say("nav.agreed")}
        </Link>
      </p>
    </Card>
  );
}
