import { Link } from "@tanstack/react-router";
import { type Notice, useNotices, useReadAllNotices, useReadNotice } from "features/notice/api/list-notices";
import styles from "features/notice/components/notice-card.module.css";
import { useDates } from "lib/dates/dates";
import { type MessageKey, useKnows, useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** What has happened for the reader since they last looked. Nothing at all when nothing has. */
export function NoticeCard() {
  const say = useSay();
  const knows = useKnows();
  const dates = useDates();
  const notices = useNotices();
  const read = useReadNotice();
  const readAll = useReadAllNotices();
  const unread = (notices.data?.items ?? []).filter((one) => one.read_at === null);
  if (unread.length === 0) return null;

  const words = ({ kind }: Notice): string => {
    const key: string = `notice.${kind}`;
    return say(knows(key) ? key : ("notice.something" satisfies MessageKey));
  };
  return (
    <Card title={say("notices.since_you_looked")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <ul className={styles.list}>
        {unread.map((notice) => (
          <li key={notice.id} className={styles.line}>
            <span>
              {words(notice)} <span className="small quiet">{dates.dayOf(notice.told_at)}</span>
            </span>
            <Link
              to={notice.page as never}
              onClick={() => read.mutate(notice.id)}
              aria-label={`${say("notices.see")}: ${words(notice)}`}
            >
              {say("notices.see")}
            </Link>
          </li>
        ))}
      </ul>
      <div>
        <Button kind="bare" busy={readAll.isPending} onClick={() => readAll.mutate()}>
          {say("notices.seen")}
        </Button>
      </div>
      <Trouble of={readAll.error} />
    </Card>
  );
}
