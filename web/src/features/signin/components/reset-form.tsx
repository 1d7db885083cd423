import { useAskForReset } from "features/signin/api/ask-for-reset";
import { useSay } from "lib/i18n/say";
import { TextField } from "ui/form/fields";
import { RequestForm, useRequestForm } from "ui/form/request-form";

export function ResetForm({ onDone }: { onDone: () => void }) {
  const say = useSay();
  const form = useRequestForm({ initialValues: { sign_in_name: "" }, request: useAskForReset(), onDone });
  return (
    <RequestForm form={form} submit={say("signin.ask_for_link")}>
      <TextField
        label={say("signin.sign_in_name")}
        hint={say("signin.sign_in_name_hint")}
        autoComplete="username"
        {...form.fields.getInputProps("sign_in_name")}
      />
    </RequestForm>
  );
}
