import { Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { description, type FieldProps } from "ui/form/field";

export function TickField({
  hint,
  sees,
  ...props
}: Omit<FieldProps<boolean>, "value"> & {
  label: string;
  checked?: boolean;
  hint?: ReactNode;
  sees?: ReactNode;
}) {
  return <Checkbox {...props} description={description({ hint, sees })} />;
}
