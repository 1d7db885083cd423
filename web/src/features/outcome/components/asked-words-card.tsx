import { usePartnerConsent, type WordsAsked } from "features/outcome/api/released-words";
import { WordsShown } from "features/outcome/components/words-shown";
import { useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";

/** A partner would like to release a sentence about the two: consent, or not, which nobody learns. */
export function AskedWordsCard({ asked, isNext }: { asked: WordsAsked; isNext: boolean }) {
  const say = useSay();
  const consent = usePartnerConsent(asked);
  const name = asked.author;
  return (
    <Card title={say("released.asked_by", { name })} beside={<Sees>{say("released.sees_answer")}</Sees>}>
      <p className="quiet">{say("released.as_shown")}</p>
      <WordsShown words={asked.shown} />
      {asked.is_published ? (
        <p className="quiet">{say("released.stays")}</p>
      ) : (
        <>
          <ul aria-label={say("released.before_consent")}>
            <li>{say("released.asked_when")}</li>
            <li>{say("released.who")}</li>
            <li>{say("released.asked_no", { name })}</li>
            <li>{say("released.asked_until")}</li>
          </ul>
          {asked.answer && <p role="status">{say(`released.asked_${asked.answer}`, { name })}</p>}
          <div className="row">
            {asked.answer !== "consent" && (
              <Button
                kind={isNext ? "filled" : "plain"}
                busy={consent.isPending}
                onClick={() => consent.mutate("consent")}
              >
                {say("released.consent_too")}
              </Button>
            )}
            {asked.answer !== "rather_not" && (
              <Button busy={consent.isPending} onClick={() => consent.mutate("rather_not")}>
                {say(asked.answer === "consent" ? "released.withdraw" : "released.rather_not")}
              </Button>
            )}
          </div>
          <Trouble of={consent.error} />
        </>
      )}
    </Card>
  );
}
