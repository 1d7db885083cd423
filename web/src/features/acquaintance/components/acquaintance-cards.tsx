import {
  type AcquaintanceBrief,
  useAnswerAcquaintance,
  useMyAcquaintances,
} from "features/acquaintance/api/acquaintances";
import { type InWords, WhatIsTold } from "features/acquaintance/components/what-is-told";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { Button, ButtonLink } from "ui/button/button";
import { Card } from "ui/card/card";
import { Sees } from "ui/sees/sees";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

/** Those without a name: whom one could write to, and whom one writes to. Nothing where there is nobody. */
export function AcquaintanceCards({ inWords }: { inWords: InWords }) {
  const say = useSay();
  const items = useMyAcquaintances().data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="cards" aria-label={say("acquaintance.title")}>
      {items.map((one) =>
        one.state === "suggested" ? (
          <SuggestedCard key={one.id} acquaintance={one} inWords={inWords} />
        ) : (
          <StandingCard key={one.id} acquaintance={one} />
        ),
      )}
    </section>
  );
}

function SuggestedCard({ acquaintance, inWords }: { acquaintance: AcquaintanceBrief; inWords: InWords }) {
  const say = useSay();
  const dates = useDates();
  const give = useAnswerAcquaintance(acquaintance.id);
  const { answer } = acquaintance;
  return (
    <Card title={say("acquaintance.somebody")} beside={answer && <Given answer={answer} />}>
      <p className="quiet">{say("acquaintance.hidden_both")}</p>
      <WhatIsTold acquaintance={acquaintance} inWords={inWords} />
      <div className="row">
        {answer !== "happy_to_meet" && (
          <Button
            kind="filled"
            busy={give.isPending}
            onClick={() => give.mutate({ answer: "happy_to_meet" })}
          >
            {say("acquaintance.happy_to_write")}
          </Button>
        )}
        {answer !== "rather_not" && (
          <Button kind="bare" busy={give.isPending} onClick={() => give.mutate({ answer: "rather_not" })}>
            {say("acquaintance.rather_not")}
          </Button>
        )}
      </div>
      <div className="stack tight">
        <Sees>{say("sees.only_you")}</Sees>
        <p className="small quiet">
          {say("acquaintance.answer_until", { when: dates.weekday(acquaintance.closes_on) })}
        </p>
      </div>
      <Trouble of={give.error} />
    </Card>
  );
}

function Given({ answer }: { answer: "happy_to_meet" | "rather_not" }) {
  const say = useSay();
  return answer === "happy_to_meet" ? (
    <Tag tone="good">{say("acquaintance.said_happy")}</Tag>
  ) : (
    <Tag>{say("acquaintance.said_rather_not")}</Tag>
  );
}

/** One that is written to, or was: the way to its page. */
function StandingCard({ acquaintance }: { acquaintance: AcquaintanceBrief }) {
  const say = useSay();
  const dates = useDates();
  return (
    <Card
      title={say(acquaintance.state === "opened" ? "acquaintance.names_open" : "acquaintance.somebody")}
      beside={<Sees>{say("acquaintance.sees_two")}</Sees>}
    >
      <p>
        {say(
          acquaintance.state === "opened"
            ? "acquaintance.names_opened"
            : `acquaintance.state_${acquaintance.state}`,
          { day: dates.day(acquaintance.last_on) },
        )}
      </p>
      <div>
        <ButtonLink
          kind={acquaintance.state === "talking" ? "filled" : "plain"}
          to="/acquaintances/$acquaintance_id"
          params={{ acquaintance_id: acquaintance.id }}
        >
          {say(acquaintance.state === "talking" ? "acquaintance.write_on" : "acquaintance.read")}
        </ButtonLink>
      </div>
    </Card>
  );
}
