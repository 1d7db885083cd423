-- Publishing waits before it sends, and can be undone until then. Each time a run is published is a row: who did it,
-- when it is or was sent, and what became of it. `trouble` is the code of the refusal that kept it from being sent.
CREATE TABLE publications (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    match_run_id ID NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'undone', 'not_sent')),
    started_at BIGINT NOT NULL,
    started_by ID,
    sends_at BIGINT NOT NULL,
    trouble TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id)
);
CREATE INDEX publications_by_run ON publications (organisation_id, match_run_id, started_at, id);
-- One at a time.
CREATE UNIQUE INDEX publications_waiting ON publications (organisation_id, match_run_id) WHERE state = 'waiting';

ALTER TABLE programmes ADD COLUMN publication_wait_minutes INTEGER NOT NULL DEFAULT 60
    CHECK (publication_wait_minutes BETWEEN 0 AND 10080);

-- A run that waits to be sent is `sending`. A check cannot be changed in place, so the column is made anew.
ALTER TABLE match_runs RENAME COLUMN state TO state_before;
ALTER TABLE match_runs ADD COLUMN state TEXT NOT NULL DEFAULT 'queued' CHECK (
    state IN ('queued', 'running', 'draft', 'sending', 'published', 'withdrawn', 'cancelled', 'failed'));
UPDATE match_runs SET state = state_before;
ALTER TABLE match_runs DROP COLUMN state_before;
