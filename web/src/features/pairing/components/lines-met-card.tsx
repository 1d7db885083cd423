import { useGoOnKnowingly } from "features/pairing/api/go-on-knowingly";
import type { Pairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Trouble } from "ui/state/trouble";

/** After a reorganisation has put the two in one line: go on knowingly, or stop. */
export function LinesMetCard({ pairing, partner }: { pairing: Pairing; partner: string }) {
  const say = useSay();
  const goOn = useGoOnKnowingly(pairing.id);
  const met = pairing.mirror.line?.lines_met;
  if (!met || met === "settled") return null;
  const isAsked = pairing.allowed_actions.includes("go_on_knowingly");
  return (
    <Card title={say("lines_met.title")}>
      <p>{say("lines_met.what", { partner })}</p>
      {isAsked ? (
        <div>
          <Button kind="filled" busy={goOn.isPending} onClick={() => goOn.mutate()}>
            {say("lines_met.go_on")}
          </Button>
        </div>
      ) : (
        <p>{say("lines_met.you_said", { partner })}</p>
      )}
      <Trouble of={goOn.error} />
      <p className="quiet">{say("lines_met.promise", { partner })}</p>
    </Card>
  );
}
