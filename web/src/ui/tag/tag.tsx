import type { ReactNode } from "react";
import styles from "ui/tag/tag.module.css";

/** A short word about a state. The word carries the meaning; the tone only supports it. */
export function Tag({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "good" | "wait" | "stop";
  children: ReactNode;
}) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
