import { usePausePairing, useResumePairing } from "features/pairing/api/pause-pairing";
import type { Pairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import { Button, ButtonLink } from "ui/button/button";
import { Trouble } from "ui/state/trouble";

/** A pause, or the quiet door. Always there, no reason asked. */
export function StopHere({ pairing }: { pairing: Pairing }) {
  const say = useSay();
  const pause = usePausePairing(pairing.id);
  const resume = useResumePairing(pairing.id);
  const may = (action: Pairing["allowed_actions"][number]) => pairing.allowed_actions.includes(action);

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
        <ButtonLink kind="bare" to="/pair/$pairing_id/stop" params={{ pairing_id: pairing.id }}>
          {say("pairing.stop_here")}
        </ButtonLink>
      )}
      <Trouble of={pause.error ?? resume.error} />
    </span>
  );
}
