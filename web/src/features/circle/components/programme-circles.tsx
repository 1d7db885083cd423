import { type Circle, useProgrammeCircles } from "features/circle/api/circles";
import { CircleDate } from "features/circle/components/circle-date";
import { CircleMembers } from "features/circle/components/circle-members";
import { MoveMember } from "features/circle/components/move-member";
import { foundIn } from "lib/api-client/list";
import { useSay } from "lib/i18n/say";
import { Card } from "ui/card/card";
import { useFinding } from "ui/list/finding";
import { FoundList } from "ui/list/found-list";

/** The circles of a programme: who is in which, and its next date. */
export function ProgrammeCircles({ programmeId }: { programmeId: string }) {
  const say = useSay();
  const finding = useFinding([
    { sort: "number" as const, order: "ascending" as const, label: say("circle.by_number") },
    { sort: "next" as const, order: "ascending" as const, label: say("circle.by_next") },
  ]);
  const circles = useProgrammeCircles(programmeId, finding.asked);
  // Whatever is searched for, somebody can be moved to any of them.
  const all = useProgrammeCircles(programmeId).data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <FoundList
      finding={finding}
      list={foundIn<Circle>(circles)}
      label={say("circle.search")}
      empty={say("circle.none_yet")}
    >
      {(rows) => (
        <div className="cards">
          {rows.map((circle) => (
            <Card key={circle.id} title={say("circle.number", { number: circle.number })}>
              <CircleDate circle={circle} />
              <CircleMembers members={circle.members} />
              <MoveMember circle={circle} others={all.filter(({ id }) => id !== circle.id)} />
            </Card>
          ))}
        </div>
      )}
    </FoundList>
  );
}
