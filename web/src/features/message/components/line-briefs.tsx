import { Link } from "@tanstack/react-router";
import { type LineBrief, markOf } from "features/message/api/lines";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useByLink } from "lib/room/by-link";
import { Tag } from "ui/tag/tag";

/** Lines, each on the way to its page. A line is called by a mark of its own, which says nothing of anybody. */
export function LineBriefs({ lines }: { lines: LineBrief[] }) {
  const say = useSay();
  const dates = useDates();
  return lines.map((line) => (
    <p key={line.id} className="row">
      <LineLink id={line.id}>{say("unnamed.line", { mark: markOf(line.id) })}</LineLink>
      <span className="quiet">
        {[line.programme.name, line.contact?.name, dates.moment(line.last_shown_at)]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {line.unread > 0 && <Tag>{say("thread.unread", { count: line.unread })}</Tag>}
      {line.closed_on && <Tag>{say("unnamed.closed")}</Tag>}
    </p>
  ));
}

function LineLink({ id, children }: { id: string; children: string }) {
  const token = useByLink();
  return token ? (
    <Link to="/room/$token/line/$line_id" params={{ token, line_id: id }}>
      {children}
    </Link>
  ) : (
    <Link to="/messages/$line_id" params={{ line_id: id }}>
      {children}
    </Link>
  );
}
