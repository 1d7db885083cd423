import type { ReactNode } from "react";
import styles from "ui/letter/letter.module.css";

interface SheetProps {
  /** What it is called for people who hear it. */
  label: string;
  /** Whose house it comes from. */
  from: string;
  /** In which language it is written. */
  language: string;
  /** What it is about, in a line. */
  about: string;
  children: ReactNode;
}

/** One printed page for everybody, on paper like a letter (base.css). */
export function Sheet({ label, from, language, about, children }: SheetProps) {
  return (
    <article className={styles.letter} lang={language} aria-label={label} data-letter>
      <p className={styles.foot}>{from}</p>
      <h2>{about}</h2>
      {children}
    </article>
  );
}

/** The link as a picture, and as letters for whoever has no camera. */
export function SheetWay({ code, link, way }: { code: ReactNode; link: string; way: ReactNode }) {
  return (
    <div className={styles.way}>
      <div className={styles.code}>{code}</div>
      <div className="stack">
        {way}
        <p className={styles.link}>
          <a href={link}>{link}</a>
        </p>
      </div>
    </div>
  );
}
