import type { RunLeftover, RunPair } from "features/matching/api/match-run-lists";
import type { MatchRun } from "features/matching/api/match-runs";
import { usePictureLeftovers, usePicturePairs } from "features/matching/api/picture-rows";
import type { Pair } from "features/matching/components/by-hand";
import { CohortBands } from "features/matching/components/cohort-bands";
import { TwoSides } from "features/matching/components/two-sides";
import type { Called } from "lib/i18n/called";
import { useSay } from "lib/i18n/say";
import type { ReactNode } from "react";
import { Answered } from "ui/state/states";

interface RunPictureProps {
  run: MatchRun;
  called: Called | undefined;
  /** Somebody was drawn over to somebody of the other side. */
  onJoin?: ((pair: Pair) => void) | undefined;
}

/** Up to so many people a side have a dot each; more stand in groups. */
const few = 80;

/** The two sides and the pairs between them; whoever is without a partner yet has none. */
export function RunPicture({ run, called, onJoin }: RunPictureProps) {
  const isLarge = Math.max(run.report?.mentors ?? 0, run.report?.mentees ?? 0) > few;
  const lines = (some: RunPair[], alone: RunLeftover[]) => (
    <Lines pairs={some} leftovers={alone} called={called} onJoin={onJoin} />
  );
  return isLarge ? (
    <CohortBands runId={run.id} called={called} closer={lines} />
  ) : (
    <EveryPair run={run} lines={lines} />
  );
}

interface EveryPairProps {
  run: MatchRun;
  lines: (pairs: RunPair[], leftovers: RunLeftover[]) => ReactNode;
}

function EveryPair({ run, lines }: EveryPairProps) {
  const say = useSay();
  const pairs = usePicturePairs(run.id);
  const leftovers = usePictureLeftovers(run.id);
  const all = run.report?.pairs ?? 0;
  return (
    <Answered query={pairs.list}>
      {() => (
        <div className="stack" aria-busy={pairs.isReading || leftovers.isReading}>
          {lines(pairs.rows, leftovers.rows)}
          {pairs.rows.length < all && pairs.list.hasNextPage && (
            <p className="small quiet">
              {say(pairs.isReading ? "matching.read_so_far" : "matching.first_of", {
                shown: pairs.rows.length,
                all,
              })}
            </p>
          )}
        </div>
      )}
    </Answered>
  );
}

interface LinesProps {
  pairs: RunPair[];
  leftovers: RunLeftover[];
  called: Called | undefined;
  onJoin: RunPictureProps["onJoin"];
}

/** A line for each pair. */
function Lines({ pairs, leftovers, called, onJoin }: LinesProps) {
  const say = useSay();
  const alone = (side: string) => leftovers.filter((one) => one.side === side).map(({ person }) => person);
  const mentors = [...pairs.map(({ mentor }) => mentor), ...alone("mentor")];
  const mentees = [...pairs.map(({ mentee }) => mentee), ...alone("mentee")];
  const names = new Map([...mentors, ...mentees].map(({ id, name }) => [id, name]));
  const named = (id: string) => ({ id, name: names.get(id) ?? "" });
  return (
    <>
      <TwoSides
        called={called}
        mentors={byName(mentors)}
        mentees={byName(mentees)}
        nameOf={(id) => names.get(id) ?? ""}
        onJoin={onJoin && ((mentor, mentee) => onJoin({ mentor: named(mentor), mentee: named(mentee) }))}
        pairs={pairs.map(({ position, mentor, mentee }) => ({
          key: String(position),
          mentor: mentor.id,
          mentee: mentee.id,
        }))}
      />
      {onJoin && <p className="small quiet">{say("trial.draw_over")}</p>}
    </>
  );
}

/** Each once, by name: the order of neither side says anything about anybody. */
function byName(people: { id: string; name: string }[]): string[] {
  const once = new Map(people.map((one) => [one.id, one]));
  return [...once.values()].sort((one, other) => one.name.localeCompare(other.name)).map(({ id }) => id);
}
