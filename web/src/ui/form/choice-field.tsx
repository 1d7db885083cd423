import { Radio } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { description, type Option } from "ui/form/field";
import styles from "ui/form/form.module.css";

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
