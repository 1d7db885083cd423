-- A run may also be fair or balanced (docs/matching.md). A check cannot be changed in place, so the column is made anew.

ALTER TABLE match_runs RENAME COLUMN objective TO objective_before;
ALTER TABLE match_runs ADD COLUMN objective TEXT NOT NULL DEFAULT 'best'
    CHECK (objective IN ('best', 'stable', 'fair', 'balanced'));
UPDATE match_runs SET objective = objective_before;
ALTER TABLE match_runs DROP COLUMN objective_before;
