import { type TopicShortage, useMatchPlan } from "features/matching/api/match-plan";
import { MissingPeopleSentence } from "features/matching/components/missing-people";
import { type TopicName, useRuleInWords } from "features/matching/components/reasons";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { Answered } from "ui/state/states";
import { type Column, PlainTable } from "ui/table/plain-table";

interface PlanCardProps {
  programmeId: string;
  topicName: TopicName;
}

/** While people join: how many pairs there could be, who is missing, and what holds pairs back. */
export function PlanCard({ programmeId, topicName }: PlanCardProps) {
  const say = useSay();
  const inWords = useRuleInWords();
  const plan = useMatchPlan(programmeId);
  const columns: Column<TopicShortage>[] = [
    { name: "topic", head: say("plan.topic"), cell: ({ topic }) => topicName(topic) },
    { name: "wanted", head: say("plan.wanted"), isNumber: true, cell: ({ wanted }) => wanted },
    { name: "brought", head: say("plan.brought"), isNumber: true, cell: ({ brought }) => brought },
    { name: "missing", head: say("plan.missing"), isNumber: true, cell: ({ missing }) => missing },
  ];
  return (
    <Card title={say("plan.title")}>
      <Answered query={plan}>
        {({ pairs, mentor_places, mentee_places, missing_people, topics, rules, places }) => (
          <>
            <p>{say("plan.sentence", { pairs, bringing: mentor_places, wanting: mentee_places })}</p>
            {missing_people.length > 0 && (
              <ul>
                {missing_people.map((missing) => (
                  <li key={`${missing.side} ${missing.pairs}`}>
                    <MissingPeopleSentence missing={missing} topicName={topicName} />
                  </li>
                ))}
              </ul>
            )}
            {rules.map(({ rule, pairs: more }) => (
              <p key={rule}>{say("plan.rule", { rule: inWords(rule), more })}</p>
            ))}
            {places.map(({ side, people, pairs: more }) => (
              <p key={side}>
                {say(side === "mentor" ? "plan.places_bring" : "plan.places_want", { people, more })}
              </p>
            ))}
            {topics.length > 0 && (
              <details>
                <summary>{say("plan.topics", { count: topics.length })}</summary>
                <PlainTable
                  caption={say("plan.topics", { count: topics.length })}
                  columns={columns}
                  rows={topics}
                  rowKey={({ topic, wanted_by }) => `${topic} ${wanted_by}`}
                />
              </details>
            )}
            <p className="small quiet">{say("plan.means")}</p>
          </>
        )}
      </Answered>
    </Card>
  );
}
