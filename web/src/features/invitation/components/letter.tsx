import type { Letter } from "features/invitation/api/make-letters";
import styles from "features/invitation/components/letter.module.css";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";

interface LetterSheetProps {
  letter: Letter;
  programme: string;
  purpose: string | null;
}

/** One sheet of paper for one person: the invitation, and the way in as a code and in writing. */
export function LetterSheet({ letter, programme, purpose }: LetterSheetProps) {
  const say = useSay();
  const dates = useDates();
  return (
    <article className={styles.sheet} aria-label={say("letters.to", { name: letter.name })}>
      <p className="small quiet">{[letter.name, letter.department].filter(Boolean).join(" · ")}</p>
      <h2>{say("letters.invited", { programme })}</h2>
      {purpose && <p>{purpose}</p>}
      <p>{say("letters.what_to_do")}</p>
      <div className={styles.way_in}>
        <img
          className={styles.code}
          src={`/api/password-links/${letter.id}/qr-code`}
          alt={say("letters.code", { name: letter.name })}
        />
        <div className="stack">
          <p className={styles.address}>
            <a href={letter.url}>{letter.url}</a>
          </p>
          <p>
            <Say k="letters.sign_in_name" values={{ sign_in_name: letter.sign_in_name }} />
          </p>
          <p className="small quiet">{say("letters.until", { day: dates.dayOf(letter.expires_at) })}</p>
        </div>
      </div>
      <p className="small quiet">{say("invitation.nobody_learns")}</p>
    </article>
  );
}
