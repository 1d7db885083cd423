import type { ReactNode } from "react";
import styles from "ui/sees/sees.module.css";

/** Who will see it, in about five words, beside everything personal: `<Sees><Say k="sees.only_you" /></Sees>`. */
export function Sees({ children }: { children: ReactNode }) {
  return (
    <span className={styles.sees}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" fill="none" stroke="currentColor">
        <path d="M1 7c1.6-2.7 3.6-4 6-4s4.4 1.3 6 4c-1.6 2.7-3.6 4-6 4s-4.4-1.3-6-4z" />
        <circle cx="7" cy="7" r="1.8" />
      </svg>
      {children}
    </span>
  );
}
