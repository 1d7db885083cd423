import { useMakeByHand } from "features/matching/api/by-hand";
import type { MatchRun } from "features/matching/api/match-runs";
import { type Quality, type Trial, useTrial } from "features/matching/api/trials";
import {
  type ByHand,
  coupleOf,
  handTrial,
  isSamePair,
  joined,
  type Named,
  type Pair,
  swapOf,
} from "features/matching/components/by-hand";
import { PersonSearch } from "features/matching/components/person-search";
import { useRuleInWords } from "features/matching/components/reasons";
import { MovedPairs } from "features/matching/components/trial-answer";
import { otherSide, type Side } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { useEffect, useRef, useState } from "react";
import { Button } from "ui/button/button";
import { Dialogue } from "ui/dialogue/dialogue";
import { ChoiceField } from "ui/form/choice-field";
import { Loading } from "ui/state/states";
import { Trouble } from "ui/state/trouble";

interface ByHandDialogueProps {
  run: MatchRun;
  what: ByHand;
  onClose: () => void;
}

/** Makes a pair by hand: first the choice, then what it would mean, and only then the yes. */
export function ByHandDialogue({ run, what, onClose }: ByHandDialogueProps) {
  const say = useSay();
  const [side, setSide] = useState<Side>("mentee");
  const [other, setOther] = useState<Named>();
  const choosing = "pair" in what ? what.pair : undefined;
  const made = "join" in what ? what.join : other && joined(side, what.pair[side], other);
  const title = choosing
    ? say("trial.someone_else_title", { one: choosing.mentor.name, other: choosing.mentee.name })
    : say("trial.join_title", { one: made?.mentor.name ?? "", other: made?.mentee.name ?? "" });
  return (
    <Dialogue open wide title={title} onClose={onClose}>
      {choosing && (
        <>
          <ChoiceField
            label={say("trial.for_whom")}
            value={side}
            options={(["mentee", "mentor"] as const).map((value) => ({
              value,
              label: choosing[value].name,
            }))}
            onChange={(value) => {
              setSide(value as Side);
              setOther(undefined);
            }}
          />
          <PersonSearch
            key={side}
            programmeId={run.programme_id}
            side={otherSide(side)}
            label={say("trial.someone_else_of")}
            without={choosing[otherSide(side)].id}
            chosen={other}
            onChoose={setOther}
          />
        </>
      )}
      {made ? (
        <Consequence
          run={run}
          made={made}
          released={choosing?.is_locked ? [choosing] : []}
          onClose={onClose}
        />
      ) : (
        <div className="row">
          <Button onClick={onClose}>{say("ui.go_back")}</Button>
        </div>
      )}
    </Dialogue>
  );
}

interface ConsequenceProps {
  run: MatchRun;
  made: Pair;
  released: Pair[];
  onClose: () => void;
}

type Rest = "found" | "swap";

function Consequence({ run, made, released, onClose }: ConsequenceProps) {
  const say = useSay();
  const trial = useTrial(run.programme_id);
  const make = useMakeByHand(run);
  // Whom the new pair leaves alone, as the first answer about it said, and what becomes of them.
  const [left, setLeft] = useState<{ made: Pair; swap: Pair | undefined; rest: Rest }>();
  const chosen = left && isSamePair(left.made, made) ? left : undefined;
  const rest = chosen?.rest ?? "found";
  const swap = chosen?.swap;
  const together = rest === "swap" && swap ? [made, swap] : [made];
  const asked = handTrial(run.id, together, released);
  const isAnswered = JSON.stringify(trial.seen?.asked) === JSON.stringify(asked);
  const found = isAnswered ? trial.seen?.found : undefined;
  const possible = swap ?? (found && swapOf(made, found.difference));
  const { ask } = trial;
  const latest = useRef({ ask, asked });
  latest.current = { ask, asked };
  const key = JSON.stringify(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is new when its text is.
  useEffect(() => latest.current.ask(latest.current.asked), [key]);
  const refused = found?.not_placed.find((one) => together.some((pair) => isSamePair(pair, one)));
  return (
    <>
      <section className="stack" aria-live="polite" aria-busy={!found && !trial.error}>
        <Trouble of={trial.error} />
        {!found && !trial.error && <Loading />}
        {refused && <InTheWay refused={refused} />}
        {found?.difference && !refused && <InWords after={found.quality} difference={found.difference} />}
      </section>
      {possible && (
        <ChoiceField
          label={say("trial.who_is_left")}
          value={rest}
          options={[
            { value: "found", label: say("trial.rest_found") },
            {
              value: "swap",
              label: say("trial.rest_swap", { one: possible.mentor.name, other: possible.mentee.name }),
            },
          ]}
          onChange={(value) => setLeft({ made, swap: possible, rest: value as Rest })}
        />
      )}
      <Trouble of={make.error} />
      <div className="row">
        {found && !refused && (
          <Button
            kind="filled"
            busy={make.isPending}
            onClick={() =>
              make.mutate(
                { together: together.map(coupleOf), released: released.map(coupleOf) },
                { onSuccess: onClose },
              )
            }
          >
            {say("trial.make")}
          </Button>
        )}
        <Button onClick={onClose}>{say("ui.go_back")}</Button>
      </div>
    </>
  );
}

const kindOf = (by: number) => (by === 0 ? "same" : by > 0 ? "more" : "fewer");

/** The rule, or the wish, that keeps two people from being together. */
function InTheWay({ refused }: { refused: Trial["not_placed"][number] }) {
  const say = useSay();
  const ruleInWords = useRuleInWords();
  const names = { one: refused.mentor.name, other: refused.mentee.name };
  if (refused.reason === "no_place") return <p>{say("trial.no_place", names)}</p>;
  return <p>{say("trial.rule_between", { ...names, rule: refused.rules.map(ruleInWords).join("; ") })}</p>;
}

interface InWordsProps {
  after: Quality;
  difference: NonNullable<Trial["difference"]>;
}

/** What it would mean for everybody. */
function InWords({ after, difference }: InWordsProps) {
  const say = useSay();
  const { before } = difference;
  const by = after.pairs - before.pairs;
  return (
    <>
      <p>
        <strong>{say("trial.pairs_then", { count: after.pairs, kind: kindOf(by), by: Math.abs(by) })}</strong>{" "}
        {say("trial.benefit_then", {
          before: Math.round(before.together.mean / 10),
          after: Math.round(after.together.mean / 10),
        })}
      </p>
      <MovedPairs difference={difference} />
    </>
  );
}
