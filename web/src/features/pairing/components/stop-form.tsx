import { useLeavePairing } from "features/pairing/api/leave-pairing";
import type { Wish } from "features/pairing/api/rematch";
import type { Pairing } from "features/pairing/api/show-pairing";
import { RematchFields } from "features/pairing/components/rematch-fields";
import { useSay } from "lib/i18n/say";
import { type ReactNode, useState } from "react";
import { Button, ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { ChoiceField } from "ui/form/choice-field";
import { Trouble } from "ui/state/trouble";

// They look alike to everybody else; which one it was is only ever counted, from five pairs of a kind on.
const endings = ["goal_reached", "completed", "ended", "circumstances"] as const;
type Ending = (typeof endings)[number];

interface StopFormProps {
  pairing: Pairing;
  partner: string;
  /** What else may be said on the way out, and how it is sent before the pair is over. */
  children: ReactNode;
  before: () => Promise<unknown>;
}

/** The quiet door: one screen, no reason asked, nobody told who went. */
export function StopForm({ pairing, partner, children, before }: StopFormProps) {
  const say = useSay();
  const hasBegun = pairing.stage === "started" || pairing.stage === "paused";
  const [ending, setEnding] = useState<Ending>("ended");
  const [wish, setWish] = useState<Wish>("now");
  const [note, setNote] = useState("");
  const [trouble, setTrouble] = useState<unknown>();
  const [leaving, setLeaving] = useState(false);
  const leave = useLeavePairing(pairing.id);

  async function stop() {
    setLeaving(true);
    setTrouble(undefined);
    try {
      await before();
      await leave.mutateAsync(hasBegun ? { ending, next: { wish, note } } : {});
    } catch (error) {
      setTrouble(error);
    }
    setLeaving(false);
  }

  return (
    <Card>
      <p>{say("pairing.stop_meaning", { partner })}</p>
      {hasBegun && (
        <>
          <ChoiceField
            label={say("pairing.ending")}
            sees={say("sees.only_you")}
            value={ending}
            options={endings.map((one) => ({ value: one, label: say(`pairing.ending_${one}`) }))}
            onChange={(value) => setEnding(endings.find((one) => one === value) ?? "ended")}
          />
          <RematchFields wish={wish} note={note} onWish={setWish} onNote={setNote} />
        </>
      )}
      {children}
      <div className="row">
        <Button kind="filled" busy={leaving} onClick={() => void stop()}>
          {say("pairing.stop_here")}
        </Button>
        <ButtonLink to="/pair/$pairing_id" params={{ pairing_id: pairing.id }}>
          {say("ui.go_back")}
        </ButtonLink>
      </div>
      <Trouble of={trouble instanceof Error ? trouble : null} />
    </Card>
  );
}
