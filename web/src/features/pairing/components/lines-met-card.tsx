import { useClosePairing } from "features/pairing/api/close-pairing";
import { useGoOnKnowingly } from "features/pairing/api/go-on-knowingly";
import type { Pairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";

/** After a reorganisation has put the two in one line: go on knowingly, or somebody else. */
export function LinesMetCard({ pairing, partner }: { pairing: Pairing; partner: string }) {
  const say = useSay();
  const goOn = useGoOnKnowingly(pairing.id);
  const close = useClosePairing(pairing.id);
  const [asking, setAsking] = useState(false);
  const met = pairing.mirror.line?.lines_met;
  if (!met || met === "settled") return null;
  const isAsked = pairing.allowed_actions.includes("go_on_knowingly");
  return (
    <Card title={say("lines_met.title")}>
      <p>{say("lines_met.what", { partner })}</p>
      {!isAsked && <p>{say("lines_met.you_said", { partner })}</p>}
      <div className="row">
        {isAsked && (
          <Button kind="filled" busy={goOn.isPending} onClick={() => goOn.mutate()}>
            {say("lines_met.go_on")}
          </Button>
        )}
        {pairing.allowed_actions.includes("close") && (
          <Button onClick={() => setAsking(true)}>{say("lines_met.somebody_else")}</Button>
        )}
      </div>
      <Trouble of={goOn.error ?? close.error} />
      <Confirm
        open={asking}
        question={say("lines_met.somebody_else_question")}
        yes={say("lines_met.somebody_else")}
        busy={close.isPending}
        onYes={() => close.mutate({ ending: "ended" }, { onSettled: () => setAsking(false) })}
        onNo={() => setAsking(false)}
      >
        <p>{say("lines_met.somebody_else_means", { partner })}</p>
      </Confirm>
      <p className="quiet">{say("lines_met.promise", { partner })}</p>
    </Card>
  );
}
