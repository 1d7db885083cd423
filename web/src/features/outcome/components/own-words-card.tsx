import {
  type OwnWords,
  useConsent,
  useThrowWordsAway,
  type WordsOpening,
} from "features/outcome/api/released-words";
import { WordsShown } from "features/outcome/components/words-shown";
import { WordsForm } from "features/outcome/components/write-words-card";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

interface OwnWordsCardProps {
  words: OwnWords;
  opening: WordsOpening;
  isNext: boolean;
}

/** A sentence of one's own exactly as it will appear, who will read it when, and the consent. */
export function OwnWordsCard({ words, opening, isNext }: OwnWordsCardProps) {
  const say = useSay();
  const [isChanging, setChanging] = useState(false);
  const consent = useConsent(words);
  const throwAway = useThrowWordsAway(words);
  const may = (action: OwnWords["allowed_actions"][number]) => words.allowed_actions.includes(action);
  const partner = opening.partners.find(({ pairing_id }) => pairing_id === words.pairing_id)?.name;
  const isDraft = words.state === "draft";
  return (
    <Card
      title={say(words.about === "pair" ? "released.of_two" : "released.of_one")}
      beside={
        <Tag tone={words.state === "published" ? "good" : "plain"}>{say(`released.${words.state}`)}</Tag>
      }
    >
      {isChanging ? (
        <WordsForm opening={opening} words={words} onDone={() => setChanging(false)} />
      ) : (
        <>
          {isDraft && <p className="quiet">{say("released.as_shown")}</p>}
          <WordsShown words={words.shown} />
          {isDraft && (
            <ul aria-label={say("released.before_consent")}>
              <li>{say(partner ? "released.when_pair" : "released.when", { name: partner ?? "" })}</li>
              <li>{say("released.who")}</li>
              <li>{say(words.shown.names.length > 0 ? "released.names_stay" : "released.no_name")}</li>
              <li>{say("released.until")}</li>
            </ul>
          )}
          {words.state === "waits" && (
            <p className="quiet">
              {say(partner ? "released.waits_pair" : "released.waits_one", { name: partner ?? "" })}
            </p>
          )}
          {words.state === "published" && <p className="quiet">{say("released.stays")}</p>}
          <div className="row">
            {may("release") && (
              <Button
                kind={isNext ? "filled" : "plain"}
                busy={consent.isPending}
                onClick={() => consent.mutate("release")}
              >
                {say("released.consent")}
              </Button>
            )}
            {may("change") && <Button onClick={() => setChanging(true)}>{say("released.change")}</Button>}
            {may("remove") && (
              <Button kind="bare" busy={throwAway.isPending} onClick={() => throwAway.mutate(undefined)}>
                {say("released.throw_away")}
              </Button>
            )}
            {may("withdraw") && (
              <Button busy={consent.isPending} onClick={() => consent.mutate("withdraw")}>
                {say("released.withdraw")}
              </Button>
            )}
          </div>
          <Trouble of={consent.error ?? throwAway.error} />
        </>
      )}
    </Card>
  );
}
