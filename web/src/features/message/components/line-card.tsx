import { type Line, markOf, useCloseLine, useMarkLineRead, useWriteOnLine } from "features/message/api/lines";
import { useDraft } from "features/message/components/draft";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useEffect, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { SaidList } from "ui/said/said-list";
import { WriteBox } from "ui/said/write-box";

/** A line, for either side. `now`: what is shown later has not arrived yet. */
export function LineCard({ line, now }: { line: Line; now: string | undefined }) {
  const say = useSay();
  const dates = useDates();
  const { mutate: markRead, isPending: isMarking } = useMarkLineRead(line.id);
  useEffect(() => {
    if (line.unread > 0 && !isMarking) markRead();
  }, [line.unread, isMarking, markRead]);
  const nameOf = (message: Line["messages"][number]) => {
    if (message.by) return message.by;
    return line.side === "author" ? say("thread.you") : say("unnamed.somebody", { mark: markOf(line.id) });
  };

  return (
    <Card title={say("unnamed.line", { mark: markOf(line.id) })}>
      <SaidList
        said={line.messages.map((message) => ({
          key: message.id,
          isOwn: message.side === line.side,
          by: nameOf(message),
          when:
            now !== undefined && new Date(message.shown_at) > new Date(now)
              ? say("unnamed.arrives", { time: dates.time(message.shown_at) })
              : dates.moment(message.shown_at),
          text: message.text,
        }))}
      />
      {line.closed_on && (
        <p className="quiet">{say("unnamed.closed_on", { day: dates.day(line.closed_on) })}</p>
      )}
      {line.allowed_actions.includes("write") && <LineComposer line={line} />}
    </Card>
  );
}

function LineComposer({ line }: { line: Line }) {
  const say = useSay();
  const draft = useDraft(`line.${line.id}`);
  const write = useWriteOnLine(line.id);
  const close = useCloseLine(line.id);
  const [asking, setAsking] = useState(false);
  const isAuthor = line.side === "author";
  return (
    <>
      <WriteBox
        label={say(isAuthor ? "unnamed.your_words" : "unnamed.your_answer")}
        hint={say(isAuthor ? "unnamed.leave_names_out" : "unnamed.answered_by_name")}
        submit={say("thread.send")}
        text={draft.text}
        onType={draft.write}
        send={write.mutate}
        busy={write.isPending}
        trouble={write.error ?? close.error}
      >
        {line.allowed_actions.includes("close") && (
          <Button kind="bare" onClick={() => setAsking(true)}>
            {say("unnamed.close")}
          </Button>
        )}
      </WriteBox>
      <Confirm
        open={asking}
        question={say("unnamed.close_question")}
        yes={say("unnamed.close")}
        busy={close.isPending}
        onYes={() => close.mutate(undefined, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("unnamed.close_meaning")}</p>
      </Confirm>
    </>
  );
}
