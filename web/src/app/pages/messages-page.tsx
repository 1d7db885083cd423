import { LineOpeningCard } from "features/message/components/line-opening-card";
import { AnsweredLinesCard, MyLinesCard } from "features/message/components/lines-cards";
import { ThreadsCard } from "features/message/components/threads-card";
import { useMyEnrolments } from "features/programme/api/my-enrolments";
import { useMySession } from "features/signin/api/my-session";
import { useSay } from "lib/i18n/say";
import { Page } from "ui/page/page";

/** Everything somebody writes or answers: with partners, and without a name. */
export function MessagesPage() {
  const say = useSay();
  const roles = useMySession().data?.roles.map((one) => one.role) ?? [];
  const enrolments = useMyEnrolments().data?.items ?? [];
  const programmes = new Map(
    enrolments
      .filter((one) => one.state !== "withdrawn")
      .map((one) => [one.programme_id, { id: one.programme_id, name: one.programme.name }]),
  );
  return (
    <Page
      sentence={say("unnamed.page_sentence")}
      title={say("nav.messages")}
      below={say("unnamed.page_below")}
    >
      {roles.includes("coordinator") && <AnsweredLinesCard to="coordinators" />}
      <ThreadsCard />
      <MyLinesCard />
      {programmes.size > 0 && <LineOpeningCard programmes={[...programmes.values()]} />}
    </Page>
  );
}
