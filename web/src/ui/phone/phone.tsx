import type { ReactNode } from "react";
import styles from "ui/phone/phone.module.css";

interface PhoneProps {
  /** What it is called for people who hear it. */
  label: string;
  /** Quiet lines at the top: from whom, to whom. */
  from: ReactNode;
  /** The one line that stands first. */
  about: ReactNode;
  language?: string;
  children: ReactNode;
}

/** Something as it is read on a phone, by somebody made up. */
export function Phone({ label, from, about, language, children }: PhoneProps) {
  return (
    <article className={styles.phone} aria-label={label} lang={language}>
      <header className={styles.head}>
        <p className="small quiet">{from}</p>
        <h3>{about}</h3>
      </header>
      {children}
    </article>
  );
}
