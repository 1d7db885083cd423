import { type ProgrammeSetUp, useMoveProgramme } from "features/programme/api/show-set-up";
import { MissingList } from "features/programme/components/missing-list";
import { useSay } from "lib/i18n/say";
import { Button, ButtonLink } from "ui/button/button";
import { useRefusalSentence } from "ui/state/refusal-sentence";

/** What is still missing before anybody can be invited, or the button that opens the enrolment. */
export function ReadyStep({ setUp, onOpened }: { setUp: ProgrammeSetUp; onOpened: () => void }) {
  const say = useSay();
  const sentenceOf = useRefusalSentence();
  const move = useMoveProgramme(setUp.id);
  const mayOpen = setUp.state === "draft" && setUp.allowed_actions.includes("enrol");
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
      {move.error && <p role="alert">{sentenceOf(move.error)}</p>}
      <div className="row">
        {mayOpen ? (
          <Button
            kind="filled"
            busy={move.isPending}
            onClick={() => move.mutate({ state: "enrolling" }, { onSuccess: onOpened })}
          >
            {say("programme.move_to_enrolling")}
          </Button>
        ) : (
          <ButtonLink to="/programmes/$programme_id" params={{ programme_id: setUp.id }}>
            {say("set_up_programme.to_programme")}
          </ButtonLink>
        )}
        <ButtonLink kind="bare" to="/programmes/preview">
          {say("matching.preview_title")}
        </ButtonLink>
      </div>
    </div>
  );
}
