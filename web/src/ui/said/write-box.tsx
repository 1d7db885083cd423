import { type ReactNode, useRef } from "react";
import { Button } from "ui/button/button";
import { LongTextField } from "ui/form/fields";
import { Trouble } from "ui/state/trouble";

interface WriteBoxProps {
  label: string;
  hint?: string;
  /** The words on the button. */
  submit: string;
  text: string;
  onType: (text: string) => void;
  /** The same id until it has arrived, so that a second try says nothing twice. */
  send: (message: { id: string; text: string }, sent: { onSuccess: () => void }) => void;
  busy: boolean;
  trouble: Error | null;
  /** Beside the button: other ways on. */
  children?: ReactNode;
}

/** Where one writes to somebody without either's name, or in confidence. */
export function WriteBox(props: WriteBoxProps) {
  const { label, hint, submit, text, onType, send, busy, trouble, children } = props;
  const id = useRef(crypto.randomUUID());
  const onSuccess = () => {
    id.current = crypto.randomUUID();
    onType("");
  };
  return (
    <>
      <LongTextField
        label={label}
        hint={hint}
        value={text}
        maxLength={4000}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => onType(event.currentTarget.value)) as never
        }
      />
      <Trouble of={trouble} />
      <div className="row">
        <Button
          kind="filled"
          busy={busy}
          disabled={text.trim() === ""}
          onClick={() => send({ id: id.current, text }, { onSuccess })}
        >
          {submit}
        </Button>
        {children}
      </div>
    </>
  );
}
