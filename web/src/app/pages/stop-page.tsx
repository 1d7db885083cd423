import { BackToPair, OfPair } from "app/pages/pair/of-pair";
import { useOpenLine } from "features/message/api/lines";
import { type Word, WordToContact } from "features/message/components/word-to-contact";
import type { Pairing } from "features/pairing/api/show-pairing";
import { RematchCard } from "features/pairing/components/rematch-card";
import { stageInWords } from "features/pairing/components/stage-in-words";
import { StopForm } from "features/pairing/components/stop-form";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Page } from "ui/page/page";

/** The quiet door of a pair, and, once it is over, what may come next. */
export function StopPage() {
  return <OfPair>{(pairing, partner) => <StopOf pairing={pairing} partner={partner} />}</OfPair>;
}

function StopOf({ pairing, partner }: { pairing: Pairing; partner: string }) {
  const say = useSay();
  const [word, setWord] = useState<Word>({ contact: "", text: "" });
  const ids = useRef({ line: crypto.randomUUID(), message: crypto.randomUUID() });
  const line = useOpenLine();
  const text = word.text.trim();
  const sendWord = async () => {
    if (word.contact === "" || text === "") return;
    await line.mutateAsync({
      programme: pairing.programme_id,
      id: ids.current.line,
      contact_id: word.contact,
      message_id: ids.current.message,
      text,
    });
  };
  const mayStop = pairing.allowed_actions.includes("close");

  return (
    <Page
      above={say("pairing.title", { partner })}
      title={say("pairing.stop_here")}
      sentence={mayStop ? say("pairing.stop_question") : stageInWords(say, pairing, partner)}
      width="narrow"
    >
      {mayStop && (
        <StopForm pairing={pairing} partner={partner} before={sendWord}>
          <WordToContact programmeId={pairing.programme_id} word={word} onChange={setWord} />
        </StopForm>
      )}
      {pairing.stage === "finished" && <RematchCard pairingId={pairing.id} />}
      {!mayStop && (
        <div>
          <BackToPair pairingId={pairing.id} />
        </div>
      )}
    </Page>
  );
}
