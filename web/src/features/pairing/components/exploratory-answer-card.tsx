import { useAnswerExploratoryMeeting } from "features/pairing/api/answer-exploratory-meeting";
import type { Pairing } from "features/pairing/api/show-pairing";
import { isToBeConfirmed } from "features/pairing/components/stage-in-words";
import { useDates } from "lib/dates/dates";
import { Say, useSay } from "lib/i18n/say";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

interface ExploratoryAnswerCardProps {
  pairing: Pairing;
  partner: string;
}

/** The private answer after the first conversation. It may change until both are opened, together. */
export function ExploratoryAnswerCard({ pairing, partner }: ExploratoryAnswerCardProps) {
  const say = useSay();
  const dates = useDates();
  const answer = useAnswerExploratoryMeeting(pairing.id);
  const own = pairing.own_answer;
  const isBrought = isToBeConfirmed(pairing);
  const give = (one: "go_on" | "not_this_time") => answer.mutate({ answer: one });

  return (
    <Card
      title={say(isBrought ? "pairing.confirm" : "pairing.your_answer")}
      beside={<Sees>{say("sees.only_you")}</Sees>}
    >
      {isBrought && <p>{say("pairing.met_before", { count: pairing.meetings_before, partner })}</p>}
      <p>{say("pairing.your_answer_promise", { partner })}</p>
      <p className="quiet">
        <Say k="pairing.your_answer_until" values={{ when: dates.until(pairing.answers_close_at) }} />
      </p>
      {own && (
        <p>
          <Tag>{say("pairing.you_said")}</Tag> {say(`pairing.answer_${own}`)}
        </p>
      )}
      {pairing.allowed_actions.includes("answer") && (
        <div className="row">
          {(["go_on", "not_this_time"] as const)
            .filter((one) => one !== own)
            .map((one) => (
              <Button
                key={one}
                kind={
                  one === "go_on" && (pairing.exploratory_meeting || isBrought) && !own ? "filled" : "plain"
                }
                busy={answer.isPending && answer.variables.answer === one}
                onClick={() => give(one)}
              >
                {say(`pairing.answer_${one}`)}
              </Button>
            ))}
        </div>
      )}
      <Trouble of={answer.error} />
    </Card>
  );
}
