import { type MyIntroductions, useAskIntroduction } from "features/pairing/api/introductions";
import { introducedName } from "features/pairing/components/introduction-card";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { LongTextField, TextField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";

/** Introducing one's partner to a colleague: who, and what the two could have of each other. */
export function IntroduceCard({ pair }: { pair: MyIntroductions["may_introduce"][number] }) {
  const say = useSay();
  const partner = introducedName(pair.partner);
  const [colleague, setColleague] = useState("");
  const [why, setWhy] = useState("");
  // The same id until it is taken, so that a second press asks nobody twice.
  const id = useRef(crypto.randomUUID());
  const ask = useAskIntroduction();
  const send = () =>
    ask.mutate(
      { pairingId: pair.pairing_id, id: id.current, colleague, why },
      {
        onSuccess: () => {
          id.current = crypto.randomUUID();
          setColleague("");
          setWhy("");
        },
      },
    );

  return (
    <Card title={say("introduction.new_title", { partner })}>
      <p className="quiet">{say("introduction.new_hint", { partner })}</p>
      <TextField
        label={say("introduction.colleague")}
        hint={say("introduction.colleague_hint")}
        value={colleague}
        maxLength={300}
        onChange={
          ((event: { currentTarget: HTMLInputElement }) => setColleague(event.currentTarget.value)) as never
        }
      />
      <LongTextField
        label={say("introduction.why")}
        sees={say("introduction.why_sees", { partner })}
        value={why}
        maxLength={500}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => setWhy(event.currentTarget.value)) as never
        }
      />
      <div>
        <Button busy={ask.isPending} disabled={colleague.trim() === ""} onClick={send}>
          {say("introduction.ask", { partner })}
        </Button>
      </div>
      {ask.isSuccess && colleague === "" && <p role="status">{say("introduction.asked", { partner })}</p>}
      <Trouble of={ask.error} />
    </Card>
  );
}
