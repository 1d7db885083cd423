import { useRunLeftovers, useRunPairs } from "features/matching/api/match-run-lists";
import { TwoSides } from "features/matching/components/two-sides";
import type { Called } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import { Answered } from "ui/state/states";

interface RunPictureProps {
  runId: string;
  /** How many pairs there are, of which the picture holds the first hundred. */
  all: number;
  called: Called | undefined;
}

/** The two sides with their lines; whoever is without a partner yet has none. */
export function RunPicture({ runId, all, called }: RunPictureProps) {
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
        return (
          <div className="stack">
            <TwoSides
              called={called}
              mentors={byName([...lines.map(({ mentor }) => mentor), ...alone("mentor")])}
              mentees={byName([...lines.map(({ mentee }) => mentee), ...alone("mentee")])}
              pairs={lines.map(({ position, mentor, mentee }) => ({
                key: String(position),
                mentor: mentor.id,
                mentee: mentee.id,
              }))}
            />
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
