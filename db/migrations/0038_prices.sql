-- What each objective gives, and what each rule and each wish costs, worked out once a run stands (docs/matching.md).
ALTER TABLE match_runs ADD COLUMN prices TEXT;
