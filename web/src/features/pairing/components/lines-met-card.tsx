import { useGoOnKnowingly } from "features/pairing/api/go-on-knowingly";
import { useLeavePairing } from "features/pairing/api/leave-pairing";
import type { Pairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";

// The two ways out, and what the reader then wants next. To everybody else both are one closing.
const waysOut = { somebody_else: "now", nobody_else: "stop" } as const;
type WayOut = keyof typeof waysOut;

/** After a reorganisation has put the two in one line (R13): go on knowingly, somebody else, or the end of it. */
export function LinesMetCard({ pairing, partner }: { pairing: Pairing; partner: string }) {
  const say = useSay();
  const goOn = useGoOnKnowingly(pairing.id);
  const leave = useLeavePairing(pairing.id);
  const [asking, setAsking] = useState<WayOut>();
  const isAsked = pairing.allowed_actions.includes("go_on_knowingly");

  function take(way: WayOut) {
    const next = { wish: waysOut[way], note: "" };
    leave.mutate({ ending: "circumstances", next }, { onSettled: () => setAsking(undefined) });
  }

  return (
    <Card title={say("one_line.title")}>
      <p>{say("one_line.what", { partner })}</p>
      {!isAsked && <p>{say("one_line.you_said", { partner })}</p>}
      <div className="row">
        {isAsked && (
          <Button kind="filled" busy={goOn.isPending} onClick={() => goOn.mutate()}>
            {say("one_line.go_on")}
          </Button>
        )}
        {pairing.allowed_actions.includes("close") &&
          (Object.keys(waysOut) as WayOut[]).map((way) => (
            <Button key={way} onClick={() => setAsking(way)}>
              {say(`one_line.${way}`)}
            </Button>
          ))}
      </div>
      <Trouble of={goOn.error ?? leave.error} />
      {asking && (
        <Confirm
          open
          question={say(`one_line.${asking}_question`)}
          yes={say(`one_line.${asking}`)}
          busy={leave.isPending}
          onYes={() => take(asking)}
          onNo={() => setAsking(undefined)}
        >
          <p>{say("one_line.told", { partner })}</p>
          <p>{say(`one_line.${asking}_means`)}</p>
        </Confirm>
      )}
      <p className="quiet">{say("one_line.promise", { partner })}</p>
    </Card>
  );
}
