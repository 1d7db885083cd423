import { type Acquaintance, useWriteWithoutName } from "features/acquaintance/api/acquaintances";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Card } from "ui/card/card";
import { SaidList } from "ui/said/said-list";
import { WriteBox } from "ui/said/write-box";
import { Sees } from "ui/sees/sees";

/** What the two write to each other. `now`: what is one's own and shown later has not arrived yet. */
export function TalkCard({ acquaintance, now }: { acquaintance: Acquaintance; now: string | undefined }) {
  const say = useSay();
  const dates = useDates();
  const { messages } = acquaintance;
  return (
    <Card title={say("acquaintance.what_you_write")} beside={<Sees>{say("acquaintance.sees_two")}</Sees>}>
      {messages.length === 0 && <p className="quiet">{say("acquaintance.nothing_yet")}</p>}
      <SaidList
        said={messages.map((one) => ({
          key: one.id,
          isOwn: one.is_own,
          by: say(one.is_own ? "acquaintance.you" : "acquaintance.the_other"),
          when:
            now !== undefined && new Date(one.shown_at) > new Date(now)
              ? say("acquaintance.arrives", { time: dates.time(one.shown_at) })
              : dates.moment(one.shown_at),
          text: one.text,
        }))}
      />
      {acquaintance.allowed_actions.includes("write") && <Composer id={acquaintance.id} />}
    </Card>
  );
}

function Composer({ id }: { id: string }) {
  const say = useSay();
  const write = useWriteWithoutName(id);
  const [text, setText] = useState("");
  return (
    <WriteBox
      label={say("acquaintance.your_words")}
      hint={say("acquaintance.leave_names_out")}
      submit={say("acquaintance.send")}
      text={text}
      onType={setText}
      send={write.mutate}
      busy={write.isPending}
      trouble={write.error}
    />
  );
}
