-- How a person proves who they are. All times here are the wall's, never the travelled ones.

CREATE TABLE passwords (
    organisation_id ID NOT NULL,
    person_id ID NOT NULL,
    hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, person_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- Valid only while `sign_in_epoch` equals the person's: raising that cuts off every session at once. The cookie holds
-- the secret, the row its digest.
CREATE TABLE sessions (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    person_id ID NOT NULL,
    secret_digest BYTES NOT NULL,
    sign_in_epoch BIGINT NOT NULL,
    browser TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT sessions_secret UNIQUE (organisation_id, secret_digest),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX sessions_by_person ON sessions (organisation_id, person_id);
CREATE INDEX sessions_by_time ON sessions (started_at);

-- Links that let a person set a password: activation for the first one, reset for another. The link itself is
-- computed from id and nonce with a key that is not in the database.
CREATE TABLE password_links (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    person_id ID NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('activation', 'reset')),
    nonce ID NOT NULL,
    made_by ID,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    voided_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX password_links_by_person ON password_links (organisation_id, person_id);
CREATE INDEX password_links_by_time ON password_links (organisation_id, made_at, id);
-- Older links are void: one that works for a person, never two.
CREATE UNIQUE INDEX password_links_open ON password_links (organisation_id, person_id)
    WHERE used_at IS NULL AND voided_at IS NULL;

-- Who tries, as a digest: an account name, an address, a known browser. No foreign key, since names of organisations
-- that do not exist are tried as well (organisation_id of zeros).
CREATE TABLE sign_in_failures (
    organisation_id ID NOT NULL,
    subject BYTES NOT NULL,
    failures INTEGER NOT NULL,
    last_failed_at BIGINT NOT NULL,
    blocked_until_at BIGINT,
    PRIMARY KEY (organisation_id, subject)
);

CREATE INDEX sign_in_failures_by_time ON sign_in_failures (last_failed_at);
