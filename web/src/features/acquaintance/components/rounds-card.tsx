import {
  type AnonymousRound,
  type AnonymousRounds,
  useOpenAnonymousRound,
} from "features/acquaintance/api/anonymous-rounds";
import { useDates } from "lib/dates/dates";
import { useSay } from "lib/i18n/say";
import { useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Confirm } from "ui/confirm/confirm";
import { Trouble } from "ui/state/trouble";
import { Tag } from "ui/tag/tag";

/** Suggesting without names, and why it cannot be done now. */
export function OpenRoundCard({ programme, rounds }: { programme: string; rounds: AnonymousRounds }) {
  const say = useSay();
  const open = useOpenAnonymousRound(programme);
  const [asking, setAsking] = useState(false);
  const id = useRef(crypto.randomUUID());
  const draw = () =>
    open.mutate(id.current, {
      onSuccess: () => {
        id.current = crypto.randomUUID();
      },
      onSettled: () => setAsking(false),
    });
  return (
    <Card title={say("anonymous_round.next")}>
      {rounds.not_offered ? (
        <p>
          {say(`anonymous_round.not_offered_${rounds.not_offered}`, { count: rounds.fewest_partners ?? 0 })}
        </p>
      ) : (
        <>
          <p>{say("anonymous_round.may_open", { count: rounds.fewest_partners ?? 0 })}</p>
          <div>
            <Button kind="filled" onClick={() => setAsking(true)}>
              {say("anonymous_round.open")}
            </Button>
          </div>
        </>
      )}
      <Trouble of={open.error} />
      <Confirm
        open={asking}
        question={say("anonymous_round.open_question")}
        yes={say("anonymous_round.open")}
        busy={open.isPending}
        onYes={draw}
        onNo={() => setAsking(false)}
      >
        <p>{say("anonymous_round.open_meaning")}</p>
      </Confirm>
    </Card>
  );
}

/** One round as its coordinator sees it: how many couples, and never who. */
export function RoundCard({ round }: { round: AnonymousRound }) {
  const say = useSay();
  const dates = useDates();
  return (
    <Card
      title={say("anonymous_round.number", { number: round.number })}
      beside={<Tag>{say(`anonymous_round.state_${round.state}`)}</Tag>}
    >
      <p>{say("anonymous_round.couples", { count: round.suggestions })}</p>
      <details>
        <summary>{say("anonymous_round.list", { count: round.suggestions })}</summary>
        <ol>
          {Array.from({ length: round.suggestions }, (_, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells one of them from another, on purpose.
            <li key={number}>{say("anonymous_round.two_people")}</li>
          ))}
        </ol>
      </details>
      <p className="quiet">
        {say("anonymous_round.days", {
          opened: dates.day(round.opened_on),
          closes: dates.day(round.closes_on),
          last: dates.day(round.last_on),
        })}
      </p>
    </Card>
  );
}
