import type { RunBands } from "features/matching/api/run-bands";

export type Group = RunBands["groups"][number];

/** The pairs that join one group with one of the other side. */
export interface Band {
  key: string;
  from: Group;
  to: Group;
  pairs: number;
}

export interface Bands {
  mentors: Group[];
  mentees: Group[];
  /** The widest first. */
  bands: Band[];
}

/** Two columns of groups and the bands between them. */
export function bandsOf({ groups, bands }: Pick<RunBands, "groups" | "bands">): Bands {
  const on = (side: Group["side"]) => groups.filter((group) => group.side === side);
  const sides = { mentors: on("mentor"), mentees: on("mentee") };
  const found = ({ mentor_group, mentee_group, pairs }: RunBands["bands"][number]): Band[] => {
    const from = sides.mentors.find(({ key }) => key === mentor_group);
    const to = sides.mentees.find(({ key }) => key === mentee_group);
    return from && to ? [{ key: JSON.stringify([mentor_group, mentee_group]), from, to, pairs }] : [];
  };
  return { ...sides, bands: bands.flatMap(found) };
}
