import { useSay } from "lib/i18n/say";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "ui/button/button";
import styles from "ui/confirm/confirm.module.css";

interface ConfirmProps {
  open: boolean;
  /** A question, as a sentence. */
  question: string;
  /** What will happen then, and what will not. */
  children: ReactNode;
  /** The words on the button: the verb itself, never "OK". */
  yes: string;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once, calmly, in the browser's own dialogue: nothing to type, nothing red; Escape goes back. */
export function Confirm({ open, question, children, yes, busy = false, onYes, onNo }: ConfirmProps) {
  const say = useSay();
  const dialogue = useRef<HTMLDialogElement>(null);
  const questionId = useId();
  useEffect(() => {
    if (open) dialogue.current?.showModal();
    else dialogue.current?.close();
  }, [open]);
  return (
    <dialog ref={dialogue} className={styles.dialogue} aria-labelledby={questionId} onClose={onNo}>
      <div className="stack">
        <h2 id={questionId}>{question}</h2>
        {children}
        <div className="row">
          <Button kind="filled" busy={busy} onClick={onYes}>
            {yes}
          </Button>
          <Button onClick={onNo}>{say("ui.go_back")}</Button>
        </div>
      </div>
    </dialog>
  );
}
