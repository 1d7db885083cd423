-- How a run treats groups of people, as it was when the run was made (src/matching/fairness.hpp): JSON, groups of five
-- or more only. Runs of before have none.
ALTER TABLE match_runs ADD COLUMN fairness TEXT;
