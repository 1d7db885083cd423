import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "ui/dialogue/dialogue.module.css";

interface DialogueProps {
  open: boolean;
  /** A question or a sentence. */
  title: string;
  children: ReactNode;
  /** For a list to choose from; a question needs less. */
  wide?: boolean;
  onClose: () => void;
}

/** The browser's own dialogue: it keeps the keyboard inside, and Escape goes back. */
export function Dialogue({ open, title, children, wide = false, onClose }: DialogueProps) {
  const dialogue = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open) dialogue.current?.showModal();
    else dialogue.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialogue}
      className={wide ? `${styles.dialogue} ${styles.wide}` : styles.dialogue}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <div className="stack">
        <h2 id={titleId}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}
