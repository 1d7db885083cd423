-- Mails leave: how often one was tried, when it is tried next, and why the last try came to nothing. `trouble` is an
-- enumerator, never what a server said.
ALTER TABLE mails ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
-- Set as long as it waits.
ALTER TABLE mails ADD COLUMN next_try_at BIGINT;
ALTER TABLE mails ADD COLUMN trouble TEXT;
UPDATE mails SET next_try_at = queued_at WHERE state = 'waiting';

-- Asked about once a second, for the whole installation.
CREATE INDEX mails_due ON mails (next_try_at, organisation_id, id) WHERE state = 'waiting';
