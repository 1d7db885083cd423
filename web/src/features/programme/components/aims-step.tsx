import { useWriteSetUp } from "features/programme/api/show-set-up";
import { AimCards } from "features/programme/components/aim-cards";
import { changed, type StepProps, unsentStep } from "features/programme/components/set-up-step";
import { useSay } from "lib/i18n/say";
import { RequestForm, useRequestForm } from "ui/form/request-form";

/** What the programme is to change; the questions follow from it, and their number is said at once. */
export function AimsStep({ setUp, onDone, ways }: StepProps) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { aims: setUp.aims },
    request: useWriteSetUp(setUp.id),
    unsent: unsentStep(setUp, "aims"),
    body: ({ aims }) => changed(setUp, { aims }),
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
