-- A run may be for the rest alone, and may keep the pairs of an earlier one: `keep_bonus` is what keeping one of them may
-- cost, `most_moves` how many may be given up. `trouble` is the code of the refusal with which a run failed, `least_moves`
-- how many moves it would have taken.
ALTER TABLE match_runs ADD COLUMN scope TEXT NOT NULL DEFAULT 'everybody' CHECK (scope IN ('everybody', 'rest'));
ALTER TABLE match_runs ADD COLUMN keeps_run_id ID;
ALTER TABLE match_runs ADD COLUMN keep_bonus INTEGER CHECK (keep_bonus BETWEEN 0 AND 1000);
ALTER TABLE match_runs ADD COLUMN most_moves INTEGER CHECK (most_moves >= 0);
ALTER TABLE match_runs ADD COLUMN trouble TEXT;
ALTER TABLE match_runs ADD COLUMN least_moves INTEGER;
