import { useParams } from "@tanstack/react-router";
import { AnsweredPage } from "app/answered-page";
import { useOpenLine } from "features/message/api/lines";
import { type Word, WordToContact } from "features/message/components/word-to-contact";
import { type Pairing, usePairing } from "features/pairing/api/show-pairing";
import { RematchCard } from "features/pairing/components/rematch-card";
import { stageInWords } from "features/pairing/components/stage-in-words";
import { StopForm } from "features/pairing/components/stop-form";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { ButtonLink } from "ui/button/button";
import { Page } from "ui/page/page";

/** The quiet door of a pair, and, once it is over, what may come next. */
export function StopPage() {
  const { pairing_id } = useParams({ strict: false }) as { pairing_id: string };
  return (
    <AnsweredPage query={usePairing(pairing_id)}>{(pairing) => <StopOf pairing={pairing} />}</AnsweredPage>
  );
}

function StopOf({ pairing }: { pairing: Pairing }) {
  const say = useSay();
  const partner = pairing.partner.called_name ?? pairing.partner.name;
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
          <ButtonLink to="/pair/$pairing_id" params={{ pairing_id: pairing.id }}>
            {say("ui.go_back")}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
