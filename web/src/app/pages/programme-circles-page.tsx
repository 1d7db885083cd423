import { useParams } from "@tanstack/react-router";
import { useProgrammeCircles } from "features/circle/api/circles";
import { FormCirclesCard } from "features/circle/components/form-circles-card";
import { ProgrammeCircles } from "features/circle/components/programme-circles";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Page } from "ui/page/page";

/** The circles of a programme, for whoever coordinates it. */
export function ProgrammeCirclesPage() {
  const say = useSay();
  const { locale } = useIntl();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const programme = useSetUpOf(programme_id).data;
  const first = useProgrammeCircles(programme_id).data?.pages[0];
  return (
    <Page
      above={programme && calledHere(programme, locale).name}
      title={say("circle.title")}
      sentence={say("circle.coordinator_sentence")}
      below={say("circle.coordinator_below")}
    >
      {first && (
        <FormCirclesCard
          programmeId={programme_id}
          waiting={first.waiting}
          layout={first.layout}
          hasCircles={first.items.length > 0}
        />
      )}
      <ProgrammeCircles programmeId={programme_id} />
    </Page>
  );
}
