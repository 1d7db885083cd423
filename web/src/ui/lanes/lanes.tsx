import type { ReactNode } from "react";
import styles from "ui/lanes/lanes.module.css";

/** Two lanes side by side: what goes one way, and what comes back. */
export function Lanes({ children }: { children: ReactNode }) {
  return <div className={styles.lanes}>{children}</div>;
}

interface LaneProps {
  /** Teal is the side that teaches, copper the side that learns. */
  side: "teaches" | "learns";
  title: ReactNode;
  children: ReactNode;
}

export function Lane({ side, title, children }: LaneProps) {
  return (
    <div className={`${styles.lane} ${styles[side]}`}>
      <h3>{title}</h3>
      {children}
    </div>
  );
}
