import type { OwnAnnouncement } from "features/invitation/api/announcements";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";

/** What whoever looks after the programme said, as it was said. */
export function OwnAnnouncementCard({ announcement }: { announcement: OwnAnnouncement }) {
  const say = useSay();
  const dates = useDates();
  const { title, text, language, sent_by, sent_at } = announcement;
  return (
    <Card title={title} beside={<span className="small quiet">{dates.dayOf(sent_at)}</span>}>
      <p className="written" lang={language}>
        {text}
      </p>
      {sent_by && <p className="quiet">{say("news.from", { name: sent_by })}</p>}
    </Card>
  );
}
