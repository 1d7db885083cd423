import { useAskHowItGoes } from "features/care/api/monday";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Dialogue } from "ui/dialogue/dialogue";
import { Trouble } from "ui/state/trouble";

interface WordDecisionProps {
  programmeId: string;
  pairingId: string;
  /** The two, in one phrase. */
  names: string;
  /** Who can mend the diary, where the programme has such a side. */
  first?: string | undefined;
  mayNeedWord: boolean;
}

/** What whoever runs the programme may do about a pair: two ready texts, and one question to both. */
export function WordDecision({ programmeId, pairingId, names, first, mayNeedWord }: WordDecisionProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const ask = useAskHowItGoes(programmeId, pairingId);
  return (
    <>
      <Button kind="bare" label={say("care.word_of", { names })} onClick={() => setOpen(true)}>
        {say("care.word")}
      </Button>
      <Dialogue open={open} title={say("care.word_of", { names })} onClose={() => setOpen(false)}>
        {mayNeedWord && (
          <>
            <p>{first ? say("care.speak_first", { first }) : say("care.speak_either")}</p>
            <ReadyText
              title={say("care.text_one")}
              text={say("care.text_one_words", { first: first ?? "none" })}
            />
            <ReadyText title={say("care.text_both")} text={say("care.text_both_words")} />
          </>
        )}
        <p>{say("care.ask_means")}</p>
        <div className="row">
          <Button kind="filled" busy={ask.isPending} onClick={() => ask.mutate()} disabled={ask.isSuccess}>
            {say("care.ask")}
          </Button>
          <Button kind="bare" onClick={() => setOpen(false)}>
            {say("care.close")}
          </Button>
        </div>
        {ask.isSuccess && <p role="status">{say("care.were_asked")}</p>}
        <Trouble of={ask.error} />
      </Dialogue>
    </>
  );
}

function ReadyText({ title, text }: { title: string; text: string }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  return (
    <section className="stack">
      <h3>{title}</h3>
      <p>{text}</p>
      <div>
        <Button onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? say("care.copied") : say("care.copy")}
        </Button>
      </div>
    </section>
  );
}
