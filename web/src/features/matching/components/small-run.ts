import type { MatchRun } from "features/matching/api/match-runs";

/** Up to so many pairs a list with reasons is enough, and the rest stays shut until somebody opens it (rules 9). */
const mostPairs = 30;

export const smallRun = (run: MatchRun): boolean => (run.report?.pairs ?? 0) <= mostPairs;
