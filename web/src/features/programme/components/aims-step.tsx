import { type ProgrammeSetUp, setUpKey, useWriteSetUp } from "features/programme/api/show-set-up";
import { AimCards } from "features/programme/components/aim-cards";
import { changed, type StepProps, unsentStep } from "features/programme/components/set-up-step";
import { useAgain } from "lib/api-client/again";
import { useSay } from "lib/i18n/say";
import { RequestForm, useRequestForm } from "ui/form/request-form";

const shown = ({ aims }: ProgrammeSetUp) => ({ aims });

/** What the programme is to change; the questions follow from it, and their number is said at once. */
export function AimsStep({ setUp, onDone, ways }: StepProps) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: shown(setUp),
    request: useWriteSetUp(setUp.id),
    unsent: unsentStep(setUp, "aims"),
    over: { read: setUp, again: useAgain(setUpKey(setUp.id)), values: shown },
    body: ({ aims }, read) => changed(read, { aims }),
    onDone,
  });
  const { aims } = form.fields.values;
  return (
    <RequestForm form={form} submit={say("set_up_programme.go_on")} beside={ways}>
      <AimCards
        language={setUp.settings.language}
        chosen={aims}
        onChange={(chosen) => form.fields.setFieldValue("aims", chosen)}
      />
      <p className="quiet small">
        {say("programme.questions", {
          bringing: setUp.questions.mentor.items,
          wanting: setUp.questions.mentee.items,
        })}
      </p>
    </RequestForm>
  );
}
