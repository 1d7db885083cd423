import { useChangePassword } from "features/signin/api/change-password";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { PasswordField } from "ui/form/password-field";
import { RequestForm, useRequestForm } from "ui/form/request-form";
import { toast } from "ui/toast/toast";

/** For a password manager: whose password this is. */
interface PasswordCardProps {
  signInName: string;
}

export function PasswordCard({ signInName }: PasswordCardProps) {
  const say = useSay();
  const form = useRequestForm({
    initialValues: { current_password: "", new_password: "" },
    request: useChangePassword(),
    onDone: () => {
      form.fields.reset();
      toast(say("settings.password_changed"));
    },
  });
  return (
    <Card title={say("settings.password")}>
      <RequestForm form={form} submit={say("settings.change_password")}>
        <input type="text" autoComplete="username" value={signInName} readOnly hidden />
        <PasswordField
          label={say("settings.current_password")}
          autoComplete="current-password"
          {...form.fields.getInputProps("current_password")}
        />
        <PasswordField
          label={say("signin.new_password")}
          hint={say("signin.new_password_hint")}
          autoComplete="new-password"
          {...form.fields.getInputProps("new_password")}
        />
      </RequestForm>
    </Card>
  );
}
