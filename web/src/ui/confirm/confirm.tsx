import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Button } from "ui/button/button";
import { Dialogue } from "ui/dialogue/dialogue";

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
  return (
    <Dialogue open={open} title={question} onClose={onNo}>
      {children}
      <div className="row">
        <Button kind="filled" busy={busy} onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onNo}>{say("ui.go_back")}</Button>
      </div>
    </Dialogue>
  );
}
