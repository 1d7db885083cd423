import { useParams } from "@tanstack/react-router";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { ConfirmedTimes } from "features/supervisor/components/confirmed-times";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { Page } from "ui/page/page";

/** Whose working time is confirmed, for whoever coordinates a programme. */
export function ProgrammeSupervisorsPage() {
  const say = useSay();
  const { locale } = useIntl();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const programme = useSetUpOf(programme_id).data;
  return (
    <Page
      above={programme && calledHere(programme, locale).name}
      title={say("supervisor.coordinator_title")}
      sentence={say("supervisor.coordinator_sentence")}
      below={say("supervisor.coordinator_below")}
    >
      <ConfirmedTimes programmeId={programme_id} />
    </Page>
  );
}
