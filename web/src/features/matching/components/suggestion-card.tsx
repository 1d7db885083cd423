import {
  type GivenAnswer,
  type Suggestion,
  useAnswerSuggestion,
  usePreferSuggestion,
} from "features/matching/api/suggestions";
import { type Reason, type TopicName, useReasonInWords } from "features/matching/components/reasons";
import { useDates } from "lib/dates/dates";
import { otherSide, useLabels } from "lib/i18n/called";
import { Say, useSay } from "lib/i18n/say";
import { type ReactNode, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TickField } from "ui/form/tick-field";
import { Lane, Lanes } from "ui/lanes/lanes";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

interface SuggestionCardProps {
  suggestion: Suggestion;
  /** The other open suggestions of the same person: with several, those one is happy with have an order. */
  others: Suggestion[];
  /** The page's one filled button stands on the first card. */
  isFirst: boolean;
  topicName: TopicName;
}

/** Somebody one could meet: why, both ways, and the private answer. */
export function SuggestionCard({ suggestion, others, isFirst, topicName }: SuggestionCardProps) {
  const say = useSay();
  const dates = useDates();
  const inWords = useReasonInWords(topicName);
  const give = useAnswerSuggestion(suggestion.id);
  const prefer = usePreferSuggestion();
  const { partner, side } = suggestion;
  const name = partner.called_name ?? partner.name;
  const theirs = useLabels(suggestion.programme).own(otherSide(side));
  const before = others
    .filter((one) => one.rank !== null && one.rank < (suggestion.rank ?? 0))
    .sort((one, other) => (other.rank ?? 0) - (one.rank ?? 0))[0];

  return (
    <Card title={partner.name} beside={<Given suggestion={suggestion} isOrdered={others.length > 0} />}>
      <p className="quiet small">
        {[theirs, partner.pronouns, partner.job_title, partner.level_name, partner.department, partner.site]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Lanes>
        <Lane side={side === "mentor" ? "teaches" : "learns"} title={say("matching.they_want", { name })}>
          <Reasons reasons={suggestion.they_want} inWords={inWords} />
        </Lane>
        <Lane side={side === "mentor" ? "learns" : "teaches"} title={say("matching.you_want", { name })}>
          <Reasons reasons={suggestion.you_want} inWords={inWords} />
        </Lane>
      </Lanes>
      {suggestion.shared.length > 0 && (
        <p className="quiet">{suggestion.shared.map(inWords).filter(Boolean).join(" ")}</p>
      )}
      <AnswerButtons
        suggestion={suggestion}
        name={name}
        kind={isFirst ? "filled" : "plain"}
        isBusy={give.isPending}
        onGive={(body) => give.mutate(body)}
        nextRank={others.length > 0 ? freeRank(others) : undefined}
      >
        {before && (
          <Button
            kind="bare"
            busy={prefer.isPending}
            label={say("matching.rather_before", { name, other: before.partner.name })}
            onClick={() => prefer.mutate({ first: suggestion, second: before })}
          >
            {say("matching.move_up")}
          </Button>
        )}
      </AnswerButtons>
      <div className="stack tight">
        <Sees>{say("sees.only_you")}</Sees>
        <p className="small quiet">
          <Say k="matching.answer_until" values={{ when: dates.weekday(suggestion.closes_on) }} />
        </p>
      </div>
      <Trouble of={give.error ?? prefer.error} />
    </Card>
  );
}

/** Whoever is answered first comes first, until moved. */
function freeRank(others: Suggestion[]): number | undefined {
  return [1, 2, 3].find((rank) => others.every((one) => one.rank !== rank));
}

/** What one has said, and with several the place in one's own order. */
function Given({ suggestion: { answer, rank }, isOrdered }: { suggestion: Suggestion; isOrdered: boolean }) {
  const say = useSay();
  if (!answer) return null;
  if (answer === "rather_not") return <Tag>{say("matching.said_rather_not")}</Tag>;
  return (
    <Tag tone="good">
      {isOrdered && rank ? say("matching.said_happy_in_order", { rank }) : say("matching.said_happy_to_meet")}
    </Tag>
  );
}

function Reasons({ reasons, inWords }: { reasons: Reason[]; inWords: (reason: Reason) => string }) {
  const sentences = [...new Set(reasons.map(inWords).filter(Boolean))];
  return (
    <ul>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface AnswerButtonsProps {
  suggestion: Suggestion;
  name: string;
  kind: "filled" | "plain";
  isBusy: boolean;
  nextRank: number | undefined;
  onGive: (body: GivenAnswer) => void;
  /** What else can be done beside the answers. */
  children: ReactNode;
}

function AnswerButtons({ suggestion, name, kind, isBusy, nextRank, onGive, children }: AnswerButtonsProps) {
  const say = useSay();
  const isHappy = suggestion.answer === "happy_to_meet";
  const [confirmed, setConfirmed] = useState(isHappy);
  return (
    <>
      {!isHappy && (
        <TickField
          label={say("matching.decides_nothing", { name })}
          checked={confirmed}
          onChange={(event: { currentTarget: { checked: boolean } }) =>
            setConfirmed(event.currentTarget.checked)
          }
        />
      )}
      <div className="row">
        {!isHappy && (
          <Button
            kind={kind}
            busy={isBusy}
            disabled={!confirmed}
            onClick={() =>
              onGive({
                answer: "happy_to_meet",
                decides_nothing_confirmed: true,
                ...(nextRank ? { rank: nextRank } : {}),
              })
            }
          >
            {say("matching.happy_to_meet")}
          </Button>
        )}
        {children}
        {suggestion.answer !== "rather_not" && (
          <Button kind="bare" busy={isBusy} onClick={() => onGive({ answer: "rather_not" })}>
            {say("matching.rather_not")}
          </Button>
        )}
      </div>
    </>
  );
}
