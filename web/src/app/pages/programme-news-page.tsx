import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useGroupMeetings } from "features/circle/api/group-meetings";
import { GroupMeetingsCard } from "features/circle/components/group-meetings-card";
import { useAnnouncements } from "features/invitation/api/announcements";
import { AnnouncementForm } from "features/invitation/components/announcement-form";
import { AnnouncementsSaid } from "features/invitation/components/announcements-said";
import { useSetUpOf } from "features/programme/api/show-set-up";
import { calledHere } from "features/programme/components/called-here";
import { useSay } from "lib/i18n/say";
import { useIntl } from "react-intl";
import { ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";

/** What whoever coordinates says to the people of a programme, and the meetings of all of them. */
export function ProgrammeNewsPage() {
  const say = useSay();
  const { locale } = useIntl();
  const { programme_id } = useParams({ strict: false }) as { programme_id: string };
  const setUp = useSetUpOf(programme_id).data;
  const called = setUp && calledHere(setUp, locale);
  const meetings = useGroupMeetings(programme_id).data;
  return (
    <AnsweredPage query={useAnnouncements(programme_id)}>
      {(said) => (
        <Page
          above={called?.name}
          title={say("news.coordinator_title")}
          sentence={say("news.coordinator_sentence", { count: said.reach.everyone })}
          below={say(said.may_send ? "news.coordinator_below" : "news.no_more_today")}
          actions={
            <ButtonLink to="/programmes/$programme_id/letter" params={{ programme_id }}>
              {say("news.to_letter")}
            </ButtonLink>
          }
        >
          {said.may_send && <AnnouncementForm programmeId={programme_id} called={called} said={said} />}
          <AnnouncementsSaid items={said.items} called={called} />
          {meetings && <GroupMeetingsCard programmeId={programme_id} called={called} all={meetings} />}
        </Page>
      )}
    </AnsweredPage>
  );
}
