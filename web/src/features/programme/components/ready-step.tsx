import { Link } from "@tanstack/react-router";
import { type ProgrammeSetUp, useMoveProgramme } from "features/programme/api/show-set-up";
import { MissingList } from "features/programme/components/missing-list";
import { mayOpen } from "features/programme/components/set-up-step";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "ui/button/button";
import { FormFoot } from "ui/form/form-foot";
import { Trouble } from "ui/state/trouble";

interface ReadyStepProps {
  setUp: ProgrammeSetUp;
  onOpened: () => void;
  ways?: ReactNode;
}

/** What is still missing before anybody can be invited, or the button that opens the enrolment. */
export function ReadyStep({ setUp, onOpened, ways }: ReadyStepProps) {
  const say = useSay();
  const move = useMoveProgramme(setUp.id);
  return (
    <div className="stack">
      {setUp.missing.length > 0 && <p>{say("set_up_programme.before_inviting")}</p>}
      <MissingList setUp={setUp} />
      <p className="quiet">
        {say("programme.questions", {
          bringing: setUp.questions.mentor.items,
          wanting: setUp.questions.mentee.items,
        })}
      </p>
      <Trouble of={move.error} />
      <p className="quiet">
        <Link to="/programmes/preview">{say("nav.preview_run")}</Link>
      </p>
      <FormFoot>
        {mayOpen(setUp) ? (
          <Button
            kind="filled"
            busy={move.isPending}
            onClick={() => move.mutate({ state: "enrolling" }, { onSuccess: onOpened })}
          >
            {say("programme.move_to_enrolling")}
          </Button>
        ) : (
          <ButtonLink kind="filled" to="/programmes/$programme_id" params={{ programme_id: setUp.id }}>
            {say("set_up_programme.to_programme")}
          </ButtonLink>
        )}
        {ways}
      </FormFoot>
    </div>
  );
}
