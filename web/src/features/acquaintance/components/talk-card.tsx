import { type Acquaintance, useWriteWithoutName } from "features/acquaintance/api/acquaintances";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import said from "ui/said/said.module.css";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** What the two write to each other. `now`: what is one's own and shown later has not arrived yet. */
export function TalkCard({ acquaintance, now }: { acquaintance: Acquaintance; now: string | undefined }) {
  const say = useSay();
  const dates = useDates();
  const { messages } = acquaintance;
  return (
    <Card title={say("acquaintance.what_you_write")} beside={<Sees>{say("acquaintance.sees_two")}</Sees>}>
      {messages.length === 0 && <p className="quiet">{say("acquaintance.nothing_yet")}</p>}
      <ol className={said.list}>
        {messages.map((one) => (
          <li key={one.id} className={one.is_own ? `${said.message} ${said.own}` : said.message}>
            <div className={said.head}>
              <strong>{say(one.is_own ? "acquaintance.you" : "acquaintance.the_other")}</strong>
              <span>
                {now !== undefined && new Date(one.shown_at) > new Date(now)
                  ? say("acquaintance.arrives", { time: dates.time(one.shown_at) })
                  : dates.moment(one.shown_at)}
              </span>
            </div>
            <p className={said.text}>{one.text}</p>
          </li>
        ))}
      </ol>
      {acquaintance.allowed_actions.includes("write") && <Composer id={acquaintance.id} />}
    </Card>
  );
}

function Composer({ id }: { id: string }) {
  const say = useSay();
  const write = useWriteWithoutName(id);
  const [text, setText] = useState("");
  const messageId = useRef(crypto.randomUUID());
  const send = () =>
    write.mutate(
      { message_id: messageId.current, text },
      {
        onSuccess: () => {
          messageId.current = crypto.randomUUID();
          setText("");
        },
      },
    );
  return (
    <>
      <LongTextField
        label={say("acquaintance.your_words")}
        hint={say("acquaintance.leave_names_out")}
        value={text}
        maxLength={4000}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => setText(event.currentTarget.value)) as never
        }
      />
      <Trouble of={write.error} />
      <div>
        <Button kind="filled" busy={write.isPending} disabled={text.trim() === ""} onClick={send}>
          {say("acquaintance.send")}
        </Button>
      </div>
    </>
  );
}
