import type { ReactNode } from "react";
import styles from "ui/letter/letter.module.css";

interface LetterProps {
  /** What it is called for people who hear it. */
  label?: string;
  /** Whose house it comes from, and whom it is for. */
  from: string;
  to: ReactNode;
  /** In which language it is written. */
  language: string;
  /** What it is about, in a line. */
  about: string;
  children: ReactNode;
  /** The link as a picture, and as letters for whoever has no camera. */
  code: ReactNode;
  link: string;
  /** What to do with the two. */
  way: ReactNode;
  foot?: ReactNode;
}

/** One printed page for one person. Everything that is no letter stays on the screen (base.css). */
export function Letter({ label, from, to, language, about, children, code, link, way, foot }: LetterProps) {
  return (
    <article className={styles.letter} lang={language} aria-label={label} data-letter>
      <p className={styles.foot}>{from}</p>
      <p>{to}</p>
      <h2>{about}</h2>
      {children}
      <div className={styles.way}>
        <div className={styles.code}>{code}</div>
        <div className="stack">
          {way}
          <p className={styles.link}>
            <a href={link}>{link}</a>
          </p>
        </div>
      </div>
      {foot && <p className={styles.foot}>{foot}</p>}
    </article>
  );
}
