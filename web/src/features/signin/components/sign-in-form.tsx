import { useSignIn } from "features/signin/api/sign-in";
import { useSay } from "lib/i18n/say";
import { TextField } from "ui/form/fields";
import { PasswordField } from "ui/form/password-field";
import { RequestForm, useRequestForm } from "ui/form/request-form";

interface SignInFormProps {
  /** The slug of the address, where several organisations share the house. */
  organisation?: string | null | undefined;
  onDone: () => void;
}

export function SignInForm({ organisation, onDone }: SignInFormProps) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { sign_in_name: "", password: "" },
    request: useSignIn(),
    body: (values) => (organisation ? { ...values, organisation } : values),
    onDone,
  });
  return (
    <RequestForm form={form} submit={say("signin.sign_in")}>
      <TextField
        label={say("signin.sign_in_name")}
        hint={say("signin.sign_in_name_hint")}
        autoComplete="username"
        {...form.fields.getInputProps("sign_in_name")}
      />
      <PasswordField
        label={say("signin.password")}
        autoComplete="current-password"
        {...form.fields.getInputProps("password")}
      />
    </RequestForm>
  );
}
