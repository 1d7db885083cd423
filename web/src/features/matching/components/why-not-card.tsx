import { type RuleBetween, useWhyNot, type WhyNot } from "features/matching/api/why-not";
import type { Named } from "features/matching/components/by-hand";
import { PersonSearch } from "features/matching/components/person-search";
import { type TopicName, useReasonInWords, useRuleInWords } from "features/matching/components/reasons";
import { sentenceOfGap } from "features/matching/components/remedies";
import { type Called, type Side, useLabels } from "lib/i18n/called";
import { useKnows, useSay } from "lib/i18n/say";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Card } from "ui/card/card";
import { SelectField } from "ui/form/fields";
import { Answered } from "ui/state/states";

interface WhyNotCardProps {
  programmeId: string;
  runId: string;
  /** Who takes part, on each side; left out where they are so many that one looks for a name. */
  people?: Record<Side, Named[]> | undefined;
  called: Called | undefined;
  topicName: TopicName;
}

/** Any two people: what stands between them and what would change it, or what putting them together would do. */
export function WhyNotCard({ programmeId, runId, people, called, topicName }: WhyNotCardProps) {
  const say = useSay();
  const { head } = useLabels(called);
  const [two, setTwo] = useState<Partial<Record<Side, Named>>>({});
  const areChosen = two.mentor !== undefined && two.mentee !== undefined;
  const asked = areChosen ? { mentor_id: two.mentor?.id ?? "", mentee_id: two.mentee?.id ?? "" } : undefined;
  const answered = useWhyNot(programmeId, runId, asked);
  const nameOf = (id: string) =>
    [two.mentor, two.mentee, ...Object.values(people ?? {}).flat()].find((one) => one?.id === id)?.name ?? "";
  const choose = (side: Side) => {
    const onChoose = (person: Named | undefined) => setTwo({ ...two, [side]: person });
    if (!people)
      return (
        <fieldset className="stack" aria-label={head(side)} key={side}>
          <PersonSearch
            programmeId={programmeId}
            side={side}
            label={head(side)}
            chosen={two[side]}
            onChoose={onChoose}
          />
        </fieldset>
      );
    return (
      <SelectField
        key={side}
        label={head(side)}
        value={two[side]?.id ?? ""}
        onChange={(event: { currentTarget: HTMLSelectElement }) =>
          onChoose(people[side].find(({ id }) => id === event.currentTarget.value))
        }
        options={choices(say("matching.choose_person"), people[side])}
      />
    );
  };
  return (
    <Card title={say("matching.why_not")}>
      <p className="quiet">{say("matching.why_not_means")}</p>
      <div className={people ? "thirds" : "columns even"}>{sides.map(choose)}</div>
      {areChosen && (
        <div aria-live="polite">
          <Answered query={answered}>
            {(whyNot) => (
              <Between
                whyNot={whyNot}
                one={two.mentor?.name ?? ""}
                other={two.mentee?.name ?? ""}
                nameOf={nameOf}
                topicName={topicName}
              />
            )}
          </Answered>
        </div>
      )}
    </Card>
  );
}

const sides = ["mentor", "mentee"] as const;

const choices = (first: string, people: Named[]) => [
  { value: "", label: first },
  ...[...people]
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(({ id, name }) => ({ value: id, label: name })),
];

interface BetweenProps {
  whyNot: WhyNot;
  one: string;
  other: string;
  nameOf: (id: string) => string;
  topicName: TopicName;
}

function Between({ whyNot, one, other, nameOf, topicName }: BetweenProps) {
  const say = useSay();
  const ruleInWords = useRuleInWords();
  const liftInWords = useLiftInWords(nameOf, topicName);
  if (whyNot.rules.length > 0)
    return (
      <div className="stack tight">
        <p>{say("matching.why_not_rules", { one, other, count: whyNot.rules.length })}</p>
        <ul className="stack tight">
          {whyNot.rules.map((rule) => (
            <li key={rule.rule}>
              {ruleInWords(rule.rule)} <span className="quiet">{liftInWords(rule)}</span>
            </li>
          ))}
        </ul>
      </div>
    );
  return (
    <div className="stack tight">
      <p>{say("matching.why_not_may_meet", { one, other })}</p>
      <WhatSpeaksForIt whyNot={whyNot} topicName={topicName} />
      {whyNot.is_kept_apart && <p>{say("matching.why_not_apart")}</p>}
      {whyNot.together && <Together together={whyNot.together} one={one} other={other} />}
    </div>
  );
}

function WhatSpeaksForIt({ whyNot, topicName }: Pick<BetweenProps, "whyNot" | "topicName">) {
  const say = useSay();
  const inWords = useReasonInWords(topicName);
  const { for_mentee = [], for_mentor = [] } = whyNot.reasons ?? {};
  const because = (reasons: typeof for_mentee) => reasons.map(inWords).filter(Boolean).join(" · ");
  return (
    <p className="small quiet">
      {say("matching.why_wants")}: {because(for_mentee)}. {say("matching.why_brings")}: {because(for_mentor)}.
    </p>
  );
}

/** What would lift one rule; of a fact, and of what is not available, nothing is said. */
function useLiftInWords(nameOf: (id: string) => string, topicName: TopicName) {
  const say = useSay();
  const intl = useIntl();
  return ({ lift, gap_least, gap_most, people, topics }: RuleBetween): string => {
    if (lift === "nothing") return "";
    if (lift === "looser_levels") return sentenceOfGap(say, { gap_least, gap_most });
    const names = intl.formatList(people.map(nameOf), { type: "conjunction" });
    const named = intl.formatList(topics.map(topicName).filter(Boolean), { type: "disjunction" });
    if (lift === "bring_topics" && !named) return "";
    return say(`matching.lift_${lift}`, { names, topics: named });
  };
}

interface TogetherProps {
  together: NonNullable<WhyNot["together"]>;
  one: string;
  other: string;
}

/** Whom each has in this run, and what the run would be with the two together. No figure stands beside a name. */
function Together({ together, one, other }: TogetherProps) {
  const say = useSay();
  const knows = useKnows();
  const intl = useIntl();
  if (together.is_pair) return <p>{say("matching.together_already")}</p>;
  const holds = (name: string, people: { name: string }[]) =>
    people.length > 0 &&
    say("matching.together_holds", {
      name,
      partners: intl.formatList(
        people.map((person) => person.name),
        { type: "conjunction" },
      ),
    });
  const unplaced = `matching.together_${together.unplaced}`;
  const change = together.pairs - together.pairs_before;
  const before = together.total_benefit_before;
  const percent = before === 0 ? 0 : (together.total_benefit - before) / before;
  return (
    <>
      <p>
        {holds(one, together.mentor_holds)} {holds(other, together.mentee_holds)}
      </p>
      <p>
        {knows(unplaced)
          ? say(unplaced)
          : say("matching.together_would", {
              change: change === 0 ? "same" : change > 0 ? "more" : "fewer",
              count: Math.abs(change),
              moved: together.moved,
              benefit: Math.abs(percent) < 0.0005 ? "same" : percent > 0 ? "more" : "less",
              share: intl.formatNumber(Math.abs(percent), { style: "percent", maximumFractionDigits: 1 }),
            })}
      </p>
    </>
  );
}
