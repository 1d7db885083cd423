import { Link } from "@tanstack/react-router";
import { type Notice, useNotices, useReadNotice } from "features/notice/api/list-notices";
import { useDates } from "lib/dates/dates";
import { type MessageKey, useKnows, useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { PlainTable } from "ui/table/more-table";
import { Tag } from "ui/tag/tag";

/** What has happened for the reader since they last looked. Nothing at all when nothing has. */
export function NoticeCard() {
  const say = useSay();
  const knows = useKnows();
  const dates = useDates();
  const notices = useNotices();
  const read = useReadNotice();
  const rows = notices.data?.items ?? [];
  if (rows.length === 0) return null;

  const words = ({ kind }: Notice): string => {
    const key: string = `notice.${kind}`;
    return say(knows(key) ? key : ("notice.something" satisfies MessageKey));
  };
  return (
    <Card title={say("notices.since_you_looked")}>
      <PlainTable
        caption={say("notices.since_you_looked")}
        rowKey={(notice) => notice.id}
        rows={rows}
        columns={[
          {
            name: "words",
            head: say("notices.what"),
            cell: (notice) => (
              <span className="row">
                {words(notice)} {!notice.read_at && <Tag tone="wait">{say("notices.new")}</Tag>}
              </span>
            ),
          },
          { name: "when", head: say("notices.when"), cell: (notice) => dates.dayOf(notice.told_at) },
          {
            name: "where",
            head: <span className="quiet">{say("notices.where")}</span>,
            cell: (notice) => (
              <Link
                to={notice.page as never}
                onClick={() => read.mutate(notice.id)}
                aria-label={`${say("notices.see")}: ${words(notice)}`}
              >
                {say("notices.see")}
              </Link>
            ),
          },
        ]}
      />
    </Card>
  );
}
