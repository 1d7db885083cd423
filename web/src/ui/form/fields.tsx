import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { type FieldProps, type Option, split } from "ui/form/field";
import styles from "ui/form/form.module.css";

export function TextField(
  props: FieldProps<string> & { placeholder?: string; type?: "text" | "email" | "search" | "datetime-local" },
) {
  return <TextInput {...split(props)} />;
}

/** Grows with what is written. */
export function LongTextField({
  rows = 3,
  ...props
}: FieldProps<string> & { rows?: number; placeholder?: string }) {
  const { classNames, ...rest } = split(props);
  return (
    <Textarea
      rows={rows}
      {...rest}
      classNames={{ ...classNames, input: `${styles.input} ${styles.growing}` }}
    />
  );
}

interface NumberFieldProps extends FieldProps<number | string> {
  min?: number;
  max?: number;
  onChange?: (value: string) => void;
}

/** A whole number, as text until the server has looked at it; its bounds are the server's. */
export function NumberField({ value, onChange, min, max, ...props }: NumberFieldProps) {
  return (
    <TextInput
      inputMode={min !== undefined && min < 0 ? "text" : "numeric"}
      maxLength={max === undefined ? 12 : String(max).length + 1}
      value={value === undefined ? "" : String(value)}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      {...split(props)}
    />
  );
}

/** A day, as the ISO text the server wants. */
export function DayField(props: FieldProps<string>) {
  return <TextInput type="date" {...split(props)} />;
}

/** One of many. For up to five, `ChoiceField` reads better. */
export function SelectField({ options, ...props }: FieldProps<string> & { options: Option[] }) {
  return <NativeSelect data={options} {...split(props)} />;
}
