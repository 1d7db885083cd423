-- The queue of the house: what is to be done later, by whichever node is free. `payload` holds ids only.

CREATE TABLE jobs (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    kind TEXT NOT NULL,
    unique_key TEXT,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'dead', 'cancelled')),
    run_at BIGINT NOT NULL,
    queued_at BIGINT NOT NULL,
    finished_at BIGINT,
    attempts INTEGER NOT NULL,
    fence BIGINT NOT NULL,
    leased_until BIGINT,
    progress_state TEXT,
    progress_done BIGINT,
    progress_total BIGINT,
    is_cancel_asked BOOLEAN NOT NULL,
    dead_reason TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

CREATE INDEX jobs_due ON jobs (run_at, id) WHERE state = 'waiting';
CREATE INDEX jobs_leased ON jobs (leased_until) WHERE state = 'running';
-- Queueing the same thing twice is one job for as long as the first has not begun.
CREATE UNIQUE INDEX jobs_unique_key ON jobs (organisation_id, kind, unique_key)
    WHERE unique_key IS NOT NULL AND state = 'waiting';
CREATE INDEX jobs_by_key ON jobs (organisation_id, kind, unique_key, queued_at);

-- When each line of the schedule last queued its jobs.
CREATE TABLE schedule_runs (
    organisation_id ID NOT NULL,
    name TEXT NOT NULL,
    last_slot_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, name),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

-- The answer given to a write that carried an Idempotency-Key; kept for 24 hours.
CREATE TABLE idempotency_keys (
    organisation_id ID NOT NULL,
    person_id ID NOT NULL,
    key TEXT NOT NULL,
    request_hash BYTES NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, person_id, key),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (kept_at);
