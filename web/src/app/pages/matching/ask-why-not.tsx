import { useTopicName } from "app/topic-names";
import type { MatchRun } from "features/matching/api/match-runs";
import { WhyNotCard } from "features/matching/components/why-not-card";
import { useJoined } from "features/programme/api/list-enrolments";
import type { Called } from "lib/i18n/called";

/** From so many people a side one looks for a name, and does not choose from a list of all. */
const many = 100;

interface AskWhyNotProps {
  programmeId: string;
  run: MatchRun;
  called: Called | undefined;
}

/** "Why not these two?", among all who joined. */
export function AskWhyNot({ programmeId, run, called }: AskWhyNotProps) {
  const topicName = useTopicName();
  const card = { programmeId, runId: run.id, called, topicName };
  const areMany = Math.max(run.report?.mentors ?? 0, run.report?.mentees ?? 0) > many;
  return areMany ? <WhyNotCard {...card} /> : <AmongAll {...card} />;
}

/** All of them are there to choose from. */
function AmongAll(card: Omit<Parameters<typeof WhyNotCard>[0], "people">) {
  const joined = useJoined(card.programmeId).data ?? [];
  const on = (side: "mentor" | "mentee") =>
    joined.filter((one) => one.side === side).map(({ person_id, name }) => ({ id: person_id, name }));
  return <WhyNotCard {...card} people={{ mentor: on("mentor"), mentee: on("mentee") }} />;
}
