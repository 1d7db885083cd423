import { type ReactNode, useEffect } from "react";
import styles from "ui/page/page.module.css";

interface PageProps {
  /** The answer to the page's one question, as a sentence. */
  sentence: string;
  /** What a browser tab calls the page; the sentence when left out. Never a role word. */
  title?: string;
  /** A quiet line above the sentence: a date, the programme. */
  above?: ReactNode;
  /** One or two quiet sentences below it. */
  below?: ReactNode;
  /** The page's buttons; at most one of them is filled. */
  actions?: ReactNode;
  /** Narrow pages hold one form. */
  width?: "wide" | "narrow";
  children?: ReactNode;
}

/** A page: a sentence first, the detail below. */
export function Page({ sentence, title, above, below, actions, width = "wide", children }: PageProps) {
  useEffect(() => {
    document.title = `${title ?? sentence} · Obverse`;
  }, [title, sentence]);

  return (
    <main className={width === "narrow" ? styles.narrow : styles.page} id="page" tabIndex={-1}>
      <header className={styles.header}>
        <div className={styles.words}>
          {above && <p className="quiet">{above}</p>}
          <h1>{sentence}</h1>
          {below && <p className="quiet">{below}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      {children}
    </main>
  );
}
