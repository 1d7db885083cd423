import { useAddExclusion, useExclusions, useRemoveExclusion } from "features/programme/api/exclusions";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** Not with this person: by name, without a reason, for all programmes. */
export function ExclusionsCard() {
  const say = useSay();
  const exclusions = useExclusions();
  const remove = useRemoveExclusion();
  const form = useRequestForm({
    initialValues: { person: "" },
    request: useAddExclusion(),
    onDone: () => form.fields.reset(),
  });
  return (
    <Card title={say("exclusions.title")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      <p className="quiet">{say("exclusions.meaning")}</p>
      {exclusions.data?.items.map((one) => (
        <div key={one.person_id} className="row spread">
          <span>{one.name}</span>
          <Button
            kind="bare"
            label={say("topic.remove_this", { topic: one.name })}
            busy={remove.isPending && remove.variables === one.person_id}
            onClick={() => remove.mutate(one.person_id)}
          >
            {say("topic.remove")}
          </Button>
        </div>
      ))}
      <Trouble of={remove.error} />
      <RequestForm form={form} submit={say("exclusions.add")} kind="plain">
        <TextField
          label={say("exclusions.name")}
          hint={say("exclusions.name_hint")}
          {...form.fields.getInputProps("person")}
        />
      </RequestForm>
    </Card>
  );
}
