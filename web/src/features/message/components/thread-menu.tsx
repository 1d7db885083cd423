import { type Thread, useBlock } from "features/message/api/threads";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button, ButtonLink } from "ui/button/button";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";

/** What helps when something is wrong: a word to somebody one can talk to, or no more messages. */
export function ThreadMenu({ thread, partner }: { thread: Thread; partner: string }) {
  const say = useSay();
  const block = useBlock(thread.id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ButtonLink kind="bare" to="/talk" search={{ about: thread.id }}>
        {say("thread.something_is_wrong")}
      </ButtonLink>
      {thread.has_blocked ? (
        <Button kind="bare" busy={block.isPending} onClick={() => block.mutate(false)}>
          {say("thread.unblock", { partner })}
        </Button>
      ) : (
        <Button kind="bare" onClick={() => setAsking(true)}>
          {say("thread.block", { partner })}
        </Button>
      )}
      {thread.has_blocked && <span className="quiet">{say("thread.blocked", { partner })}</span>}
      <Trouble of={block.error} />
      <Confirm
        open={asking}
        question={say("thread.block_question", { partner })}
        yes={say("thread.block", { partner })}
        busy={block.isPending}
        onYes={() => block.mutate(true, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("thread.block_meaning", { partner })}</p>
      </Confirm>
    </>
  );
}
