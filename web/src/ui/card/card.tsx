import { type ReactNode, useId } from "react";
import styles from "ui/card/card.module.css";

interface CardProps {
  /** One card, one thing: its name. */
  title?: ReactNode;
  /** A tag or a quiet word to the right of the title. */
  beside?: ReactNode;
  children: ReactNode;
}

export function Card({ title, beside, children }: CardProps) {
  const titleId = useId();
  return (
    <article className={styles.card} aria-labelledby={title ? titleId : undefined}>
      {(title || beside) && (
        <div className="row spread">
          {title && <h2 id={titleId}>{title}</h2>}
          {beside}
        </div>
      )}
      {children}
    </article>
  );
}
