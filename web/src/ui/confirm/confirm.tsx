import { Modal } from "@mantine/core";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Button } from "ui/button/button";

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

/** Asks once, calmly: nothing to type, nothing red; the way back has the focus. */
export function Confirm({ open, question, children, yes, busy = false, onYes, onNo }: ConfirmProps) {
  const say = useSay();
  return (
    <Modal
      opened={open}
      onClose={onNo}
      title={question}
      centered
      radius="lg"
      closeButtonProps={{ "aria-label": say("ui.close") }}
    >
      <div className="stack">
        {children}
        <div className="row">
          <Button kind="filled" busy={busy} onClick={onYes}>
            {yes}
          </Button>
          <Button onClick={onNo}>{say("ui.go_back")}</Button>
        </div>
      </div>
    </Modal>
  );
}
