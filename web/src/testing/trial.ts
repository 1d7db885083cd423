import type { Shape } from "lib/api-client/api";

const spread = { mean: 700, median: 700, fifth_percentile: 600, least: 600 };

export const aQuality = (otherwise: Partial<Shape<"Quality">> = {}): Shape<"Quality"> => ({
  pairs: 2,
  mentors_reached: 2,
  mentees_reached: 2,
  mentor: spread,
  mentee: spread,
  together: spread,
  one_sided: 0,
  fit_both_ways: 2,
  fit: 0,
  fit_thin: 0,
  blocking_pairs: 0,
  blocking_people: 0,
  ...otherwise,
});

/** What a trial of four people found, with whatever a test says otherwise. */
export const aTrial = (otherwise: Partial<Shape<"Trial">> = {}): Shape<"Trial"> => ({
  objective: "best",
  priority: "most_pairs",
  mentors: 2,
  mentees: 2,
  allowed_pairs: 4,
  quality: aQuality(),
  not_placed: [],
  difference: null,
  ...otherwise,
});

const someone = (id: string, name: string) => ({ id, name, department: null, job_title: null });
export const couple = (mentor: string, mentee: string) => ({
  mentor: someone(`p-${mentor}`, mentor),
  mentee: someone(`p-${mentee}`, mentee),
});

export const aDifference = (
  otherwise: Partial<NonNullable<Shape<"Trial">["difference"]>> = {},
): NonNullable<Shape<"Trial">["difference"]> => ({
  match_run_id: "r-1",
  number: 1,
  before: aQuality(),
  pairs_kept: 2,
  pairs_lost: 0,
  pairs_gained: 0,
  people_moved: 0,
  lost: [],
  gained: [],
  ...otherwise,
});
