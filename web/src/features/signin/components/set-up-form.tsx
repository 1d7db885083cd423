import { useSetUp } from "features/signin/api/set-up";
import { useSay } from "lib/i18n/say";
import { TextField } from "ui/form/fields";
import { PasswordField } from "ui/form/password-field";
import { RequestForm, useRequestForm } from "ui/form/request-form";

export function SetUpForm({ onDone }: { onDone: () => void }) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { code: "", organisation_name: "", name: "", sign_in_name: "", password: "" },
    request: useSetUp(),
    onDone,
  });
  const field = form.fields.getInputProps;
  return (
    <RequestForm form={form} submit={say("set_up.begin")}>
      <TextField
        label={say("set_up.code")}
        hint={say("set_up.code_hint")}
        autoComplete="one-time-code"
        {...field("code")}
      />
      <TextField
        label={say("set_up.organisation_name")}
        autoComplete="organization"
        {...field("organisation_name")}
      />
      <TextField label={say("set_up.name")} autoComplete="name" {...field("name")} />
      <TextField label={say("signin.sign_in_name")} autoComplete="username" {...field("sign_in_name")} />
      <PasswordField
        label={say("signin.new_password")}
        hint={say("signin.new_password_hint")}
        autoComplete="new-password"
        {...field("password")}
      />
    </RequestForm>
  );
}
