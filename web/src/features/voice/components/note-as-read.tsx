import type { NoteAsRead } from "features/voice/api/front-line";
import styles from "features/voice/components/note-as-read.module.css";
import { useSay } from "lib/i18n/say";

/** A note as its reader has it before them: the same for the preview and for the reading. */
export function NoteRead({ note }: { note: NoteAsRead }) {
  const say = useSay();
  return (
    <figure className={styles.note}>
      <blockquote>{note.text}</blockquote>
      <figcaption className="quiet">
        {note.author ??
          say(note.audience === "sponsor" ? "front_line.may_go_further" : "front_line.for_you_alone")}
      </figcaption>
    </figure>
  );
}
