import { Link } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import {
  type MyPreparation,
  type SidePreparation,
  useMyPreparation,
} from "features/preparation/api/preparation";
import { ModuleList } from "features/preparation/components/module-list";
import { RatingCard } from "features/preparation/components/rating-card";
import { ReadyCard } from "features/preparation/components/ready-card";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** What there is to read before it begins, and while it runs. */
export function PreparationPage() {
  return <AnsweredPage query={useMyPreparation()}>{(mine) => <Mine mine={mine} />}</AnsweredPage>;
}

const nextOf = ({ modules }: SidePreparation) => modules.find(({ is_core, is_done }) => is_core && !is_done);

function Mine({ mine: { sides, of_roles } }: { mine: MyPreparation }) {
  const say = useSay();
  const first = sides.find(nextOf);
  const next = first && nextOf(first);
  const minutes = sides.reduce((sum, { minutes_left }) => sum + minutes_left, 0);
  const sentence = () => {
    if (minutes > 0) return say("preparation.sentence", { minutes });
    if (sides.length > 0) return say("preparation.sentence_done");
    return say(of_roles.length > 0 ? "preparation.sentence_roles" : "preparation.sentence_none");
  };
  return (
    <Page
      title={say("preparation.title")}
      sentence={sentence()}
      below={sides.length > 0 ? say("preparation.below") : undefined}
      actions={
        first &&
        next && (
          <ButtonLink
            kind="filled"
            to="/preparation/$enrolment_id/$module"
            params={{ enrolment_id: first.enrolment_id, module: next.key }}
          >
            {say("preparation.begin", { title: next.title })}
          </ButtonLink>
        )
      }
    >
      {sides.map((side) => (
        <Side key={side.enrolment_id} side={side} hasName={sides.length > 1} />
      ))}
      {of_roles.length > 0 && (
        <Card title={say("preparation.of_roles")}>
          <ModuleList modules={of_roles} />
        </Card>
      )}
    </Page>
  );
}

function Side({ side, hasName }: { side: SidePreparation; hasName: boolean }) {
  const say = useSay();
  const core = side.modules.filter(({ is_core }) => is_core);
  const later = side.modules.filter(({ is_core }) => !is_core);
  return (
    <section className="stack" aria-label={side.programme.name}>
      {hasName && <h2>{side.programme.name}</h2>}
      <Card title={say("preparation.core")}>
        <ModuleList modules={core} enrolmentId={side.enrolment_id} />
      </Card>
      {later.length > 0 && (
        <Card title={say("preparation.later")}>
          <p className="quiet">{say("preparation.later_below")}</p>
          <ModuleList modules={later} enrolmentId={side.enrolment_id} />
        </Card>
      )}
      {side.is_prepared && (
        <>
          <ReadyCard preparation={side}>
            <p>
              {say(side.side === "mentor" ? "preparation.rehearse" : "preparation.think")}{" "}
              <Link to="/meeting">{say("preparation.to_meeting")}</Link>
            </p>
          </ReadyCard>
          <RatingCard preparation={side} />
        </>
      )}
    </section>
  );
}
