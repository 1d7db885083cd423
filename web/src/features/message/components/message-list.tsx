import { useMessages } from "features/message/api/messages";
import type { Thread } from "features/message/api/threads";
import styles from "features/message/components/message.module.css";
import { MessageItem } from "features/message/components/message-item";
import { foundIn } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import { Fragment, useEffect } from "react";
import { Button } from "ui/button/button";
import said from "ui/said/said.module.css";
import { Broken, Loading } from "ui/state/states";

interface MessageListProps {
  thread: Thread;
  partner: string;
  search: string;
  readBefore: number;
  onRead: (position: number) => void;
}

/** The messages, the newest at the foot, where one writes. */
export function MessageList({ thread, partner, search, readBefore, onRead }: MessageListProps) {
  const say = useSay();
  const { rows, error, more, again } = foundIn(useMessages(thread.id, search));
  const last = search ? undefined : rows?.[0]?.position;
  useEffect(() => {
    if (last !== undefined && document.visibilityState === "visible") onRead(last);
  });

  if (!rows && error) return <Broken error={error} onRetry={again} />;
  if (!rows) return <Loading />;
  if (rows.length === 0) return <p className="quiet">{say(search ? "thread.none_found" : "thread.none")}</p>;
  const shown = rows.toReversed();
  const firstNew = search ? undefined : shown.find((one) => !one.is_own && one.position > readBefore);
  return (
    <>
      {more && (
        <div>
          <Button busy={more.busy} onClick={more.onMore}>
            {say("thread.earlier")}
          </Button>
        </div>
      )}
      <ol className={said.list} aria-label={say("thread.title")}>
        {shown.map((message) => (
          <Fragment key={message.id}>
            {message === firstNew && <li className={styles.new}>{say("thread.new")}</li>}
            <MessageItem thread={thread} message={message} partner={partner} />
          </Fragment>
        ))}
      </ol>
    </>
  );
}
