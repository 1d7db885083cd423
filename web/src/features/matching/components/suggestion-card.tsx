import { type Suggestion, useAnswerSuggestion } from "features/matching/api/suggestions";
import { type Reason, type TopicName, useReasonInWords } from "features/matching/components/reasons";
import { Refusal } from "lib/api-client/refusal";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { TickField } from "ui/form/fields";
import { Lane, Lanes } from "ui/lanes/lanes";
import { Sees } from "ui/sees/sees";
import { Refused } from "ui/state/states";
import { Tag } from "ui/tag/tag";

interface SuggestionCardProps {
  suggestion: Suggestion;
  topicName: TopicName;
  /** With several: 1 is whom one would rather meet first. */
  rank?: number | undefined;
}

/** Somebody one could meet: why, both ways, and the private answer. */
export function SuggestionCard({ suggestion, topicName, rank }: SuggestionCardProps) {
  const say = useSay();
  const dates = useDates();
  const inWords = useReasonInWords(topicName);
  const give = useAnswerSuggestion(suggestion.id);
  const [confirmed, setConfirmed] = useState(suggestion.answer === "happy_to_meet");
  const { partner, answer } = suggestion;
  const name = partner.called_name ?? partner.name;
  const list = (reasons: Reason[]) => (
    <ul>
      {reasons.map((reason) => (
        <li key={inWords(reason)}>{inWords(reason)}</li>
      ))}
    </ul>
  );

  return (
    <Card
      title={partner.name}
      beside={
        answer && (
          <Tag tone={answer === "happy_to_meet" ? "good" : "plain"}>{say(`matching.said_${answer}`)}</Tag>
        )
      }
    >
      <p className="quiet small">
        {[partner.pronouns, partner.job_title, partner.level_name, partner.department, partner.site]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <Lanes>
        <Lane
          side={suggestion.side === "mentor" ? "teaches" : "learns"}
          title={say("matching.they_want", { name })}
        >
          {list(suggestion.they_want)}
        </Lane>
        <Lane
          side={suggestion.side === "mentor" ? "learns" : "teaches"}
          title={say("matching.you_want", { name })}
        >
          {list(suggestion.you_want)}
        </Lane>
      </Lanes>
      {suggestion.shared.length > 0 && (
        <p className="quiet">{suggestion.shared.map(inWords).filter(Boolean).join(" ")}</p>
      )}
      {answer !== "happy_to_meet" && (
        <TickField
          label={say("matching.decides_nothing", { name })}
          checked={confirmed}
          onChange={(event: { currentTarget: { checked: boolean } }) =>
            setConfirmed(event.currentTarget.checked)
          }
        />
      )}
      <div className="row">
        {answer !== "happy_to_meet" && (
          <Button
            kind="filled"
            busy={give.isPending}
            disabled={!confirmed}
            onClick={() =>
              give.mutate({
                answer: "happy_to_meet",
                decides_nothing_confirmed: confirmed,
                ...(rank ? { rank } : {}),
              })
            }
          >
            {say("matching.happy_to_meet")}
          </Button>
        )}
        {answer !== "rather_not" && (
          <Button kind="bare" busy={give.isPending} onClick={() => give.mutate({ answer: "rather_not" })}>
            {say("matching.rather_not")}
          </Button>
        )}
      </div>
      <Sees>{say("sees.only_you")}</Sees>
      <p className="small quiet">
        <Say k="matching.answer_until" values={{ when: dates.weekday(suggestion.closes_on) }} />
      </p>
      {give.error instanceof Refusal && <Refused error={give.error} />}
    </Card>
  );
}
