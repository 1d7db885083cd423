import { useId } from "react";
import styles from "ui/form/form.module.css";

interface SliderFieldProps {
  label: string;
  hint?: string;
  value: number;
  /** What the number means, said beside the slider and by people's readers. */
  says: string;
  max?: number;
  step?: number;
  onChange: (value: number) => void;
}

/** A whole number from 0 on, moved by hand, by arrow keys, by Page Up and Down, by Home and End: the browser's own. */
export function SliderField({ label, hint, value, says, max = 100, step = 5, onChange }: SliderFieldProps) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <div className="row spread">
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <output htmlFor={id} className="number quiet">
          {says}
        </output>
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.description}>
          {hint}
        </p>
      )}
      <input
        id={id}
        type="range"
        min={0}
        max={max}
        step={step}
        value={value}
        aria-valuetext={says}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  );
}
