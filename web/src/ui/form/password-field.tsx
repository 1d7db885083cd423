import { PasswordInput } from "@mantine/core";
import { useSay } from "lib/i18n/say";
import { type FieldProps, split } from "ui/form/field";

export function PasswordField(props: FieldProps<string>) {
  const say = useSay();
  return (
    <PasswordInput
      {...split(props)}
      visibilityToggleButtonProps={{ "aria-label": say("ui.show_password"), tabIndex: 0 }}
    />
  );
}
