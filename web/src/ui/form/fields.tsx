import { Checkbox, NativeSelect, PasswordInput, Radio, Textarea, TextInput } from "@mantine/core";
import { useSay } from "lib/i18n/say";
import { type ReactNode, useId } from "react";
import styles from "ui/form/form.module.css";
import { Sees } from "ui/sees/sees";

interface FieldProps<Value> {
  label: string;
  /** What helps to answer, in one sentence. */
  hint?: ReactNode;
  /** Who will see the answer: a key of `sees.*` already said. */
  sees?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  autoComplete?: string;
  /** The rest comes from `form.fields.getInputProps("name")`. */
  value?: Value;
  onChange?: (value: never) => void;
  error?: ReactNode;
}

const look = {
  classNames: { label: styles.label ?? "", description: styles.description ?? "", input: styles.input ?? "" },
  withAsterisk: false,
};

function description({ hint, sees }: { hint?: ReactNode; sees?: ReactNode }): ReactNode {
  if (!sees) return hint;
  return (
    <>
      {hint} <Sees>{sees}</Sees>
    </>
  );
}

type Props<Value> = Omit<FieldProps<Value>, "onChange"> & Record<string, unknown>;

function split<Value>({ hint, sees, ...rest }: Props<Value>) {
  return { ...look, ...rest, description: description({ hint, sees }) };
}

export function TextField(
  props: Props<string> & { placeholder?: string; type?: "text" | "email" | "search" | "datetime-local" },
) {
  return <TextInput {...split(props)} />;
}

export function PasswordField(props: Props<string>) {
  const say = useSay();
  return (
    <PasswordInput
      {...split(props)}
      visibilityToggleButtonProps={{ "aria-label": say("ui.show_password"), tabIndex: 0 }}
    />
  );
}

/** Grows with what is written. */
export function LongTextField({
  rows = 3,
  ...props
}: Props<string> & { rows?: number; placeholder?: string }) {
  const { classNames, ...rest } = split(props);
  return (
    <Textarea
      rows={rows}
      {...rest}
      classNames={{ ...classNames, input: `${styles.input} ${styles.growing}` }}
    />
  );
}

interface NumberFieldProps extends Props<number | string> {
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
export function DayField(props: Props<string>) {
  return <TextInput type="date" {...split(props)} />;
}

export interface Option {
  value: string;
  label: string;
}

/** One of many. For up to five, `ChoiceField` reads better. */
export function SelectField({ options, ...props }: Props<string> & { options: Option[] }) {
  return <NativeSelect data={options} {...split(props)} />;
}

export function TickField({
  hint,
  sees,
  ...props
}: Omit<Props<boolean>, "value"> & {
  label: string;
  checked?: boolean;
  hint?: ReactNode;
  sees?: ReactNode;
}) {
  return <Checkbox {...props} description={description({ hint, sees })} />;
}

/** One of a few, all of them in sight. */
export function ChoiceField({
  label,
  options,
  hint,
  sees,
  value,
  onChange,
  error,
  scrolls = false,
}: {
  label: string;
  options: (Option & { hint?: string })[];
  /** More than a few: they scroll in a frame of their own. */
  scrolls?: boolean;
  hint?: ReactNode;
  sees?: ReactNode;
  value?: string;
  onChange?: (value: string) => void;
  error?: ReactNode;
}) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {(hint || sees) && <div className={styles.description}>{description({ hint, sees })}</div>}
      <div className={scrolls ? styles.scrolling : styles.options}>
        {options.map((option) => (
          <Radio
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            description={option.hint}
            checked={value === option.value}
            onChange={() => onChange?.(option.value)}
          />
        ))}
      </div>
      {error && (
        <p role="alert" className={styles.refusal}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
