import { Link } from "@tanstack/react-router";
import type { ConcernBrief } from "features/care/api/concerns";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useByLink } from "lib/room/by-link";
import { Tag } from "ui/tag/tag";

/** One line each: with whom, since when, and what is new. */
export function ConcernBriefs({ concerns }: { concerns: ConcernBrief[] }) {
  const say = useSay();
  const dates = useDates();
  return concerns.map((one) => (
    <p key={one.id} className="row">
      <ConcernLink id={one.id}>{one.with}</ConcernLink>
      <span className="quiet">
        {[one.programme.name, say(`concern.brief_${one.wish}`), dates.day(one.raised_on)].join(" · ")}
      </span>
      {one.unread > 0 && <Tag>{say("concern.unread", { count: one.unread })}</Tag>}
      {one.closed_on && <Tag>{say("concern.closed")}</Tag>}
    </p>
  ));
}

function ConcernLink({ id, children }: { id: string; children: string }) {
  const token = useByLink();
  return token ? (
    <Link to="/room/$token/$concern_id" params={{ token, concern_id: id }}>
      {children}
    </Link>
  ) : (
    <Link to="/talk/$concern_id" params={{ concern_id: id }}>
      {children}
    </Link>
  );
}
