import { useDebouncedValue } from "@mantine/hooks";
import { useMarkRead, useThread } from "features/message/api/threads";
import { Composer } from "features/message/components/composer";
import { MessageList } from "features/message/components/message-list";
import { ThreadMenu } from "features/message/components/thread-menu";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";

interface ThreadCardProps {
  threadId: string;
  partner: string;
}

/** What the two write to each other. Nobody learns who has read what, who is here or who is typing. */
export function ThreadCard({ threadId, partner }: ThreadCardProps) {
  const say = useSay();
  const thread = useThread(threadId);
  const read = useMarkRead(threadId);
  const [isSearching, setSearching] = useState(false);
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(isSearching ? typed.trim() : "", 300);
  // What was new when the page opened stays marked until it is left.
  const [readBefore, setReadBefore] = useState<number | undefined>(undefined);
  if (thread.data && readBefore === undefined) setReadBefore(thread.data.read_position);

  return (
    <Card title={say("thread.title")} beside={<Sees>{say("thread.sees", { partner })}</Sees>}>
      <Answered query={thread}>
        {(shown) => (
          <>
            {isSearching && (
              <TextField
                type="search"
                label={say("thread.search")}
                hint={say("thread.search_hint")}
                value={typed}
                onChange={
                  ((event: { currentTarget: HTMLInputElement }) =>
                    setTyped(event.currentTarget.value)) as never
                }
              />
            )}
            <MessageList
              thread={shown}
              partner={partner}
              search={search}
              readBefore={readBefore ?? shown.read_position}
              onRead={(position) => {
                if (position > shown.read_position && !read.isPending) read.mutate(position);
              }}
            />
            {shown.allowed_actions.includes("write") ? (
              <Composer threadId={threadId} partner={partner} />
            ) : (
              <p className="quiet">{say("thread.over")}</p>
            )}
            <div className="row">
              <Button kind="bare" onClick={() => setSearching(!isSearching)}>
                {say(isSearching ? "thread.search_end" : "thread.search")}
              </Button>
              <ThreadMenu thread={shown} partner={partner} />
            </div>
          </>
        )}
      </Answered>
    </Card>
  );
}
