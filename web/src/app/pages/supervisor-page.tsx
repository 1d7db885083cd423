import { AnsweredPage } from "app/answered-page";
import { useMyEnrolments } from "features/programme/api/my-enrolments";
import { MyProtectedTime } from "features/supervisor/components/my-protected-time";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** What one's supervisor hears, if one tells them: working time for each programme one takes part in. */
export function SupervisorPage() {
  const say = useSay();
  return (
    <AnsweredPage query={useMyEnrolments()}>
      {({ items }) => {
        const programmes = [...new Set(items.map((one) => one.programme_id))];
        return (
          <Page
            title={say("supervisor.title")}
            sentence={say(programmes.length > 0 ? "supervisor.sentence" : "supervisor.sentence_none")}
            below={say(programmes.length > 0 ? "supervisor.below" : "supervisor.none_below")}
            width="narrow"
          >
            {programmes.map((id) => (
              <MyProtectedTime key={id} programmeId={id} isNamed={programmes.length > 1} />
            ))}
          </Page>
        );
      }}
    </AnsweredPage>
  );
}
