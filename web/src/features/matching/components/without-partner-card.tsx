import { type RunLeftover, useRunLeftovers } from "features/matching/api/match-run-lists";
import { type Side, useRemedies } from "features/matching/api/remedies";
import { type Leftover, useLeftoverInWords, useRuleInWords } from "features/matching/components/reasons";
import { useRemedyInWords } from "features/matching/components/remedies";
import { RunFiles } from "features/matching/components/run-files";
import { foundIn } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import { useState } from "react";
import { Button } from "ui/button/button";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";

// So many are looked into at once without being asked to.
const fewPeople = 5;
// Beyond so many they have a list of their own, in which somebody can be looked for.
export const manyLeft = (count: number) => count > 30;

interface WithoutPartnerCardProps {
  runId: string;
}

/** Whoever is without a partner yet: why, in numbers, and what would change that. */
export function WithoutPartnerCard({ runId }: WithoutPartnerCardProps) {
  const say = useSay();
  const { rows, more } = foundIn(useRunLeftovers(runId));
  if (!rows || rows.length === 0 || manyLeft(rows.length) || more) return null;
  const areFew = rows.length <= fewPeople;
  return (
    <Card title={say("matching.without_partner_yet")} beside={<RunFiles runId={runId} of="leftovers" />}>
      <p className="quiet">{say("matching.remedies_mean")}</p>
      <ul className="stack">
        {rows.map((one) => (
          <li key={one.position}>
            <strong>{one.person.name}</strong> <WhyLeft runId={runId} leftover={one} opens={areFew} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface WhyLeftProps {
  runId: string;
  leftover: RunLeftover;
  /** Is looked into from the beginning. */
  opens?: boolean;
}

/** The reason with its numbers; and, asked for, what would change it. */
export function WhyLeft({ runId, leftover, opens = false }: WhyLeftProps) {
  const say = useSay();
  const inWords = useLeftoverInWords();
  const [asked, setAsked] = useState(opens);
  const { person, side, reason } = leftover;
  const canChange = reason.code !== "no_places";
  return (
    <>
      <span className="quiet">{inWords(reason)}</span> <RulesThatTook reason={reason} />{" "}
      {canChange && !asked && (
        <Button
          kind="bare"
          label={say("matching.what_would_change_for", { name: person.name })}
          onClick={() => setAsked(true)}
        >
          {say("matching.what_would_change")}
        </Button>
      )}
      {canChange && asked && <WhatWouldChange runId={runId} person={person} side={side} />}
    </>
  );
}

/** What the rules took, one after the other; of *other* never how many. */
function RulesThatTook({ reason }: { reason: Leftover }) {
  const say = useSay();
  const ruleInWords = useRuleInWords();
  const rules = reason.rules ?? [];
  if (rules.length < 2) return null;
  const inWords = ({ rule, people, people_alone: alone }: (typeof rules)[number]) =>
    people === null
      ? ruleInWords(rule)
      : say("matching.rule_took", { count: people, rule: ruleInWords(rule), alone: alone ?? 0 });
  return (
    <span className="small quiet">
      {say("matching.rules_took", { rules: rules.map(inWords).join("; ") })}
    </span>
  );
}

interface WhatWouldChangeProps {
  runId: string;
  person: RunLeftover["person"];
  side: Side;
}

function WhatWouldChange({ runId, person, side }: WhatWouldChangeProps) {
  const say = useSay();
  const inWords = useRemedyInWords();
  return (
    <Answered query={useRemedies(runId, person.id, side)}>
      {({ has_partner, items }) => {
        if (has_partner) return <span>{say("matching.remedy_run_again")}</span>;
        if (items.length === 0) return <span>{say("matching.no_remedy")}</span>;
        return (
          <ul className="stack tight">
            {items.map((remedy) => (
              <li key={`${remedy.kind} ${remedy.rule} ${remedy.people.map(({ id }) => id).join()}`}>
                {inWords(remedy, person.name)}
              </li>
            ))}
          </ul>
        );
      }}
    </Answered>
  );
}
