import {
  type Delegations,
  useDelegations,
  useEndDelegation,
  useMakeDelegation,
} from "features/person/api/delegations";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { Sees } from "ui/sees/sees";
import { Answered } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

/** Who may book and move one's dates, and sees nothing else. */
export function AssistantsCard() {
  const say = useSay();
  const delegations = useDelegations();
  return (
    <Card title={say("assistants.title")} beside={<Sees>{say("assistants.sees")}</Sees>}>
      <p>{say("assistants.what")}</p>
      <Answered query={delegations}>{({ assistants }) => <Assistants assistants={assistants} />}</Answered>
    </Card>
  );
}

function Assistants({ assistants }: Pick<Delegations, "assistants">) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { assistant: "" },
    request: useMakeDelegation(),
    onDone: () => form.fields.reset(),
  });
  return (
    <div className="stack">
      {assistants.length > 0 && (
        <ul>
          {assistants.map((one) => (
            <Assistant key={one.id} assistant={one} />
          ))}
        </ul>
      )}
      <RequestForm form={form} submit={say("assistants.ask")}>
        <TextField
          label={say("assistants.who")}
          hint={say("assistants.who_hint")}
          {...form.fields.getInputProps("assistant")}
        />
      </RequestForm>
    </div>
  );
}

function Assistant({ assistant }: { assistant: Delegations["assistants"][number] }) {
  const say = useSay();
  const end = useEndDelegation(assistant.id);
  return (
    <li className="row spread">
      <span>{assistant.name}</span>
      <Button
        kind="bare"
        busy={end.isPending}
        label={say("assistants.end_with", { name: assistant.name })}
        onClick={() => end.mutate()}
      >
        {say("assistants.end")}
      </Button>
      <Trouble of={end.error} />
    </li>
  );
}
