import type { ReactNode } from "react";
import styles from "ui/form/form.module.css";
import { Sees } from "ui/sees/sees";

interface Given<Value> {
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

export function description({ hint, sees }: { hint?: ReactNode; sees?: ReactNode }): ReactNode {
  if (!sees) return hint;
  return (
    <>
      {hint} <Sees>{sees}</Sees>
    </>
  );
}

/** What any field is given; the rest goes to the field itself. */
export type FieldProps<Value> = Omit<Given<Value>, "onChange"> & Record<string, unknown>;

/** As Mantine takes them: our look, and the hint with who sees the answer. */
export function split<Value>({ hint, sees, ...rest }: FieldProps<Value>) {
  return { ...look, ...rest, description: description({ hint, sees }) };
}

export interface Option {
  value: string;
  label: string;
}
