import type { ReactNode } from "react";
import styles from "ui/form/form.module.css";

/** The buttons that end a form: the one that goes on first. On a telephone each has a line of its own. */
export function FormFoot({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
