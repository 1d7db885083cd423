import { Link } from "@tanstack/react-router";
import { ConcernOf } from "app/pages/talk/concern-of";
import { OfficialCard } from "features/care/components/official-card";
import { useSay } from "lib/i18n/say";

/** A concern, for the person and for the one they chose. */
export function ConcernPage() {
  const say = useSay();
  return (
    <ConcernOf>
      {({ side }) => (
        <>
          {side === "person" && <OfficialCard />}
          <p>
            <Link to="/talk">{say("concern.all")}</Link>
          </p>
        </>
      )}
    </ConcernOf>
  );
}
