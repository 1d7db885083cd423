import { Link, useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useConcern } from "features/care/api/concerns";
import { ConcernCard } from "features/care/components/concern-card";
import { OfficialCard } from "features/care/components/official-card";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** A concern, for the person and for the one they chose. */
export function ConcernPage() {
  const say = useSay();
  const { concern_id } = useParams({ strict: false }) as { concern_id: string };
  const concern = useConcern(concern_id);
  return (
    <AnsweredPage query={concern}>
      {(shown) => (
        <Page
          above={shown.programme.name}
          sentence={say("concern.between", { name: shown.with })}
          title={say("nav.talk")}
        >
          <ConcernCard key={shown.id} concern={shown} />
          {shown.side === "person" && <OfficialCard />}
          <p>
            <Link to="/talk">{say("concern.all")}</Link>
          </p>
        </Page>
      )}
    </AnsweredPage>
  );
}
