import { useRunLeftovers, useRunPairs } from "features/matching/api/match-run-lists";
import type { Pair } from "features/matching/components/by-hand";
import { TwoSides } from "features/matching/components/two-sides";
import type { Called } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Answered } from "ui/state/states";

interface RunPictureProps {
  runId: string;
  /** How many pairs there are, of which the picture holds the first hundred. */
  all: number;
  called: Called | undefined;
  /** Somebody was drawn over to somebody of the other side. */
  onJoin?: ((pair: Pair) => void) | undefined;
}

/** The two sides with their lines; whoever is without a partner yet has none. */
export function RunPicture({ runId, all, called, onJoin }: RunPictureProps) {
  const say = useSay();
  const pairs = useRunPairs(runId);
  const leftovers = useRunLeftovers(runId);
  return (
    <Answered query={pairs}>
      {({ pages }) => {
        const lines = pages.flatMap((page) => page.items).filter((one) => !one.is_filled_up);
        const left = leftovers.data?.pages.flatMap((page) => page.items) ?? [];
        const isPart = pages.at(-1)?.next_cursor != null;
        const alone = (side: string) => left.filter((one) => one.side === side).map(({ person }) => person);
        const mentors = [...lines.map(({ mentor }) => mentor), ...alone("mentor")];
        const mentees = [...lines.map(({ mentee }) => mentee), ...alone("mentee")];
        const names = new Map([...mentors, ...mentees].map(({ id, name }) => [id, name]));
        const named = (id: string) => ({ id, name: names.get(id) ?? "" });
        return (
          <div className="stack">
            <TwoSides
              called={called}
              mentors={byName(mentors)}
              mentees={byName(mentees)}
              nameOf={(id) => names.get(id) ?? ""}
              onJoin={
                onJoin && ((mentor, mentee) => onJoin({ mentor: named(mentor), mentee: named(mentee) }))
              }
              pairs={lines.map(({ position, mentor, mentee }) => ({
                key: String(position),
                mentor: mentor.id,
                mentee: mentee.id,
              }))}
            />
            {onJoin && <p className="small quiet">{say("trial.draw_over")}</p>}
            {isPart && (
              <p className="small quiet">{say("matching.first_of", { shown: lines.length, all })}</p>
            )}
          </div>
        );
      }}
    </Answered>
  );
}

/** Each once, by name: the order of neither side says anything about anybody. */
function byName(people: { id: string; name: string }[]): string[] {
  const once = new Map(people.map((one) => [one.id, one]));
  return [...once.values()].sort((one, other) => one.name.localeCompare(other.name)).map(({ id }) => id);
}
