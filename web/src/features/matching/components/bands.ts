import type { RunLeftover, RunPair } from "features/matching/api/match-run-lists";

/** A department on one side of a picture; `unknown` where none is given, `rest` for the smallest together. */
export interface Group {
  key: string;
  kind: "department" | "unknown" | "rest";
  /** The department; of the rest how many there are. */
  name: string;
  pairs: number;
  /** People of it without a partner yet. */
  alone: number;
}

/** The pairs that join one group with one of the other side. */
export interface Band {
  key: string;
  from: Group;
  to: Group;
  pairs: RunPair[];
}

export interface Bands {
  mentors: Group[];
  mentees: Group[];
  /** The widest first. */
  bands: Band[];
  /** Pairs of people of two departments. */
  across: number;
}

/** So many departments stand by themselves; a picture of more is a thicket. */
const most = 10;

/** A cohort by department: who brings on the one side, who wants on the other, and the pairs between them. */
export function bandsOf(pairs: RunPair[], leftovers: RunLeftover[]): Bands {
  const keyOf = keysIn(pairs, leftovers);
  const sides = { mentor: new Map<string, Group>(), mentee: new Map<string, Group>() };
  const groupOf = (side: keyof typeof sides, department: string | null) => {
    const { key, kind, name } = keyOf(department);
    const group = sides[side].get(key) ?? { key, kind, name, pairs: 0, alone: 0 };
    sides[side].set(key, group);
    return group;
  };
  const bands = new Map<string, Band>();
  for (const pair of pairs) {
    const from = groupOf("mentor", pair.mentor.department);
    const to = groupOf("mentee", pair.mentee.department);
    from.pairs += 1;
    to.pairs += 1;
    const key = JSON.stringify([from.key, to.key]);
    const band = bands.get(key) ?? { key, from, to, pairs: [] };
    band.pairs.push(pair);
    bands.set(key, band);
  }
  for (const { side, person } of leftovers) groupOf(side, person.department).alone += 1;
  return {
    mentors: inOrder(sides.mentor),
    mentees: inOrder(sides.mentee),
    bands: [...bands.values()].sort((one, other) => other.pairs.length - one.pairs.length),
    across: pairs.filter(({ mentor, mentee }) => isAcross(mentor.department, mentee.department)).length,
  };
}

const isAcross = (one: string | null, other: string | null) =>
  one !== null && other !== null && one !== other;

/** The group of each department: its own where it is one of the largest of both sides together. */
function keysIn(pairs: RunPair[], leftovers: RunLeftover[]) {
  const people = new Map<string, number>();
  for (const { department } of [
    ...pairs.flatMap(({ mentor, mentee }) => [mentor, mentee]),
    ...leftovers.map(({ person }) => person),
  ]) {
    if (department !== null) people.set(department, (people.get(department) ?? 0) + 1);
  }
  const bySize = [...people].sort(
    ([one, ones], [other, others]) => others - ones || one.localeCompare(other),
  );
  // One alone is no rest.
  const own = new Set(bySize.slice(0, bySize.length === most + 1 ? most + 1 : most).map(([name]) => name));
  return (department: string | null): Pick<Group, "key" | "kind" | "name"> => {
    if (department === null) return { key: "unknown", kind: "unknown", name: "" };
    if (own.has(department)) return { key: `of ${department}`, kind: "department", name: department };
    return { key: "rest", kind: "rest", name: String(bySize.length - own.size) };
  };
}

/** Departments by name on both sides, so that one is found again on the other; then the rest and the unknown. */
function inOrder(groups: Map<string, Group>): Group[] {
  const kinds = ["department", "rest", "unknown"];
  return [...groups.values()].sort(
    (one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || one.name.localeCompare(other.name),
  );
}
