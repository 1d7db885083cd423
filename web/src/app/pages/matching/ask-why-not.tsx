import { useTopicName } from "app/topic-names";
import { WhyNotCard } from "features/matching/components/why-not-card";
import { useJoined } from "features/programme/api/list-enrolments";
import type { Called } from "lib/i18n/called";

interface AskWhyNotProps {
  programmeId: string;
  runId: string;
  called: Called | undefined;
}

/** "Why not these two?", among all who joined. */
export function AskWhyNot({ programmeId, runId, called }: AskWhyNotProps) {
  const topicName = useTopicName();
  const joined = useJoined(programmeId).data ?? [];
  const on = (side: "mentor" | "mentee") =>
    joined.filter((one) => one.side === side).map(({ person_id, name }) => ({ id: person_id, name }));
  return (
    <WhyNotCard
      programmeId={programmeId}
      runId={runId}
      mentors={on("mentor")}
      mentees={on("mentee")}
      called={called}
      topicName={topicName}
    />
  );
}
