import { type QuestionOpening, useNameDrafter } from "features/voice/api/questions";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** Who may draft decisions for somebody who stands for a programme. */
export function DrafterCard({ opening }: { opening: QuestionOpening }) {
  const say = useSay();
  const end = useNameDrafter(opening.programme_id);
  const form = useRequestForm({
    initialValues: { colleague: "" },
    request: useNameDrafter(opening.programme_id),
    body: ({ colleague }) => colleague,
  });
  return (
    <Card
      title={say("voice.drafter_title", { programme: opening.programme.name })}
      beside={<Sees>{say("voice.drafter_sees")}</Sees>}
    >
      <p>{say("voice.drafter_below")}</p>
      {opening.drafter === null ? (
        <RequestForm form={form} kind="plain" submit={say("voice.drafter_save")}>
          <TextField label={say("voice.drafter_name")} {...form.fields.getInputProps("colleague")} />
        </RequestForm>
      ) : (
        <>
          <p role="status">{say("voice.drafter_is", { name: opening.drafter })}</p>
          <div>
            <Button busy={end.isPending} onClick={() => end.mutate(null)}>
              {say("voice.drafter_end")}
            </Button>
          </div>
          <Trouble of={end.error} />
        </>
      )}
    </Card>
  );
}
