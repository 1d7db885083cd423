import { Link } from "@tanstack/react-router";
import { useMyThreads } from "features/message/api/threads";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { Tag } from "ui/tag/tag";

/** One's own threads, each on its pair's page. Nothing where there is none. */
export function ThreadsCard() {
  const say = useSay();
  return (
    <Answered query={useMyThreads()}>
      {({ items }) =>
        items.length === 0 ? null : (
          <Card title={say("thread.with_partners")}>
            {items.map((thread) => (
              <p key={thread.id} className="row">
                <Link to="/pair/$pairing_id" params={{ pairing_id: thread.id }}>
                  {say("thread.with", { partner: thread.partner.name })}
                </Link>
                <span className="quiet">{thread.programme.name}</span>
                {thread.unread > 0 && <Tag>{say("thread.unread", { count: thread.unread })}</Tag>}
              </p>
            ))}
          </Card>
        )
      }
    </Answered>
  );
}
