import type { ProgrammeSetUp } from "features/programme/api/show-set-up";
import { mayOpen, type SetUpStep, setUpSteps } from "features/programme/components/set-up-step";
import { useSay } from "lib/i18n/say";
import { ButtonLink } from "ui/button/button";

/** The other ways out of a step, beside the button that goes on: the step before, and leaving it for another day. */
export function StepWays({ setUp, at }: { setUp: ProgrammeSetUp; at: SetUpStep }) {
  const say = useSay();
  const before = setUpSteps[setUpSteps.indexOf(at) - 1];
  const programme = { programme_id: setUp.id };
  return (
    <>
      {before && (
        <ButtonLink to="/programmes/$programme_id/set-up/$step" params={{ ...programme, step: before }}>
          {say("set_up_programme.back")}
        </ButtonLink>
      )}
      {(at !== "ready" || mayOpen(setUp)) && (
        <ButtonLink kind="bare" to="/programmes/$programme_id" params={programme}>
          {say("set_up_programme.later")}
        </ButtonLink>
      )}
    </>
  );
}
