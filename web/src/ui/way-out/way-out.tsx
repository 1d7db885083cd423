import type { ReactNode } from "react";
import styles from "ui/way-out/way-out.module.css";

/** The foot of a page: quiet facts on the left, the way out on the right. Always there, never hidden. */
export function WayOut({ facts, children }: { facts?: ReactNode; children: ReactNode }) {
  return (
    <footer className={styles.foot}>
      <span>{facts}</span>
      {children}
    </footer>
  );
}
