import { useActivate } from "features/signin/api/activate";
import { useSay } from "lib/i18n/say";
import { PasswordField } from "ui/form/password-field";
import { RequestForm, useRequestForm } from "ui/form/request-form";

interface NewPasswordFormProps {
  token: string;
  signInName: string;
  onDone: () => void;
}

/** Typed once, with an eye to look at it: typing it twice helps nobody. */
export function NewPasswordForm({ token, signInName, onDone }: NewPasswordFormProps) {
  const say = useSay();
  const form = useRequestForm({ initialValues: { password: "" }, request: useActivate(token), onDone });
  return (
    <RequestForm form={form} submit={say("signin.set_password")}>
      {/* Lets a password manager know whose password this is. */}
      <input type="text" autoComplete="username" value={signInName} readOnly hidden />
      <PasswordField
        label={say("signin.new_password")}
        hint={say("signin.new_password_hint")}
        autoComplete="new-password"
        {...form.fields.getInputProps("password")}
      />
    </RequestForm>
  );
}
