import { useClosePairing } from "features/pairing/api/close-pairing";
import { usePausePairing, useResumePairing } from "features/pairing/api/pause-pairing";
import type { Pairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Confirm } from "ui/confirm/confirm";
import { ChoiceField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";

// They look alike to everybody else; which one it was is only ever counted, from five pairs of a kind on.
const endings = ["goal_reached", "completed", "ended"] as const;
type Ending = (typeof endings)[number];

interface StopHereProps {
  pairing: Pairing;
  partner: string;
}

/** The quiet door: a pause, or the end. Always there, no reason asked, nobody told who went. */
export function StopHere({ pairing, partner }: StopHereProps) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [ending, setEnding] = useState<Ending>("ended");
  const hasBegun = pairing.stage === "started" || pairing.stage === "paused";
  const close = useClosePairing(pairing.id);
  const pause = usePausePairing(pairing.id);
  const resume = useResumePairing(pairing.id);
  const may = (action: Pairing["allowed_actions"][number]) => pairing.allowed_actions.includes(action);
  const stop = () => close.mutate(hasBegun ? { ending } : {}, { onSettled: () => setAsking(false) });

  return (
    <span className="row">
      {may("pause") && (
        <Button kind="bare" busy={pause.isPending} onClick={() => pause.mutate()}>
          {say("pairing.pause")}
        </Button>
      )}
      {may("resume") && (
        <Button kind="bare" busy={resume.isPending} onClick={() => resume.mutate()}>
          {say("pairing.resume")}
        </Button>
      )}
      {may("close") && (
        <Button kind="bare" onClick={() => setAsking(true)}>
          {say("pairing.stop_here")}
        </Button>
      )}
      <Trouble of={close.error ?? pause.error ?? resume.error} />
      <Confirm
        open={asking}
        question={say("pairing.stop_question")}
        yes={say("pairing.stop_here")}
        busy={close.isPending}
        onYes={stop}
        onNo={() => setAsking(false)}
      >
        {hasBegun && (
          <ChoiceField
            label={say("pairing.ending")}
            sees={say("sees.only_you")}
            value={ending}
            options={endings.map((one) => ({ value: one, label: say(`pairing.ending_${one}`) }))}
            onChange={(value) => setEnding(endings.find((one) => one === value) ?? "ended")}
          />
        )}
        <p>{say("pairing.stop_meaning", { partner })}</p>
      </Confirm>
    </span>
  );
}
