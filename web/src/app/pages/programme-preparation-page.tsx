import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { type Plan, usePlan } from "features/preparation/api/preparation";
import { PlanForm } from "features/preparation/components/plan-form";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { Page } from "ui/page/page";

/** What a programme gives its people to read, for whoever coordinates it, and how good they found it. */
export function ProgrammePreparationPage() {
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  return (
    <AnsweredPage query={usePlan(programme_id)}>
      {(plan) => <ProgrammePreparation programmeId={programme_id} plan={plan} />}
    </AnsweredPage>
  );
}

function ProgrammePreparation({ programmeId, plan }: { programmeId: string; plan: Plan }) {
  const say = useSay();
  const intl = useIntl();
  const programme = useSetUpOf(programmeId).data;
  return (
    <Page
      above={programme && calledHere(programme, intl.locale).name}
      title={say("preparation.plan_title")}
      sentence={say("preparation.plan_sentence", { count: plan.modules.length })}
      below={say("preparation.plan_below")}
    >
      <Card title={say("preparation.quality")}>
        <p>
          {plan.quality
            ? say("preparation.quality_is", {
                mean: intl.formatNumber(plan.quality.tenths / 10, { minimumFractionDigits: 1 }),
                count: plan.quality.raters,
              })
            : say("preparation.quality_too_few", { least: plan.fewest_raters })}
        </p>
      </Card>
      <PlanForm key={plan.version} programmeId={programmeId} plan={plan} />
    </Page>
  );
}
