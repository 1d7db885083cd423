import styles from "ui/trail/trail.module.css";

export interface TrailStep {
  name: string;
  state: "done" | "now" | "ahead";
}

/** The steps of a way, with where we stand on it. */
export function Trail({ label, steps }: { label: string; steps: TrailStep[] }) {
  return (
    <ol className={styles.trail} aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.name}
          className={styles[step.state]}
          aria-current={step.state === "now" ? "step" : undefined}
        >
          {step.name}
        </li>
      ))}
    </ol>
  );
}
