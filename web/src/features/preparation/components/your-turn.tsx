import { type Module, useWriteTurn } from "features/preparation/api/preparation";
import { useSay } from "lib/i18n/say";
import { forgetUnsent, keepUnsent, unsentOver } from "lib/unsent";
import { useCallback, useEffect, useRef, useState } from "react";
import { Card } from "ui/card/card";
import { LongTextField } from "ui/form/fields";
import { Reading } from "ui/reading/reading";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

const waitsFor = 1000;

interface YourTurnProps {
  module: Module;
  enrolmentId: string;
}

/** The exercise: for oneself alone. It saves itself; until it has, a reload takes nothing away. */
export function YourTurn({ module, enrolmentId }: YourTurnProps) {
  const say = useSay();
  const name = `your_turn.${enrolmentId}.${module.key}`;
  const [before] = useState(module.your_turn ?? "");
  const [text, setText] = useState(() => unsentOver(name, before) ?? before);
  const saved = useRef(before);
  const write = useWriteTurn(enrolmentId, module.key);
  const { mutate } = write;

  const save = useCallback(
    (typed: string) => {
      if (typed === saved.current) return;
      mutate(typed, {
        onSuccess: () => {
          saved.current = typed;
          forgetUnsent(name);
        },
      });
    },
    [mutate, name],
  );
  useEffect(() => {
    const waiting = setTimeout(() => save(text), waitsFor);
    return () => clearTimeout(waiting);
  }, [text, save]);

  return (
    <Card title={say("preparation.your_turn")} beside={<Sees>{say("sees.only_you")}</Sees>}>
      {module.exercise && <Reading text={module.exercise} />}
      <LongTextField
        rows={5}
        label={say("preparation.your_words")}
        value={text}
        maxLength={10000}
        onBlur={() => save(text)}
        onChange={
          ((event: { currentTarget: HTMLTextAreaElement }) => {
            const typed = event.currentTarget.value;
            setText(typed);
            keepUnsent(name, before, typed);
          }) as never
        }
      />
      <p role="status" className="quiet small">
        {write.isSuccess && write.variables === text && say("preparation.saved")}
      </p>
      <Trouble of={write.error} />
    </Card>
  );
}
