import type { GroupMeeting } from "features/circle/api/group-meetings";
import { GroupMeetingWhen } from "features/circle/components/group-meeting-when";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Tag } from "ui/tag/tag";

/** A meeting of the whole programme, or of the reader's side, that is ahead. */
export function OwnGroupMeetingCard({ meeting }: { meeting: GroupMeeting }) {
  const say = useSay();
  return (
    <Card title={meeting.title} beside={<Tag>{say(`news.kind_${meeting.kind}`)}</Tag>}>
      <GroupMeetingWhen meeting={meeting} says="news.convenes" />
      <p className="small quiet">{say("news.nobody_counts")}</p>
      <div>
        <a href={`/api/group-meetings/${meeting.id}/calendar`} download="date.ics">
          {say("news.calendar")}
        </a>
      </div>
    </Card>
  );
}
