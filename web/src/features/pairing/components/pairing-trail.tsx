import type { Pairing } from "features/pairing/api/show-pairing";
import { useSay } from "lib/i18n/say";
import { Trail, type TrailStep } from "ui/trail/trail";

const steps = ["explore", "agree", "meet", "look_back"] as const;
const place: Record<Pairing["stage"], number> = {
  exploring: 0,
  agreeing: 1,
  started: 2,
  paused: 2,
  finished: 4,
  set_aside: 4,
};

/** Where the two stand on their way. */
export function PairingTrail({ stage }: { stage: Pairing["stage"] }) {
  const say = useSay();
  const now = place[stage];
  const stateOf = (index: number): TrailStep["state"] =>
    index < now ? "done" : index === now ? "now" : "ahead";
  return (
    <Trail
      label={say("pairing.trail")}
      steps={steps.map((step, index) => ({ name: say(`pairing.step_${step}`), state: stateOf(index) }))}
    />
  );
}
