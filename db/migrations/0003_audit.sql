-- The drain of the house: one row a write. A row is first unplaced (position NULL) and is the outbox; the
-- dispatcher gives it its place in the organisation's chain. `facts` holds ids, enums, dates and numbers only.

CREATE TABLE events (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    happened_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject_id ID,
    actor_id ID,
    facts TEXT,
    salt BYTES,
    position BIGINT,
    digest BYTES,
    link BYTES,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

CREATE UNIQUE INDEX events_position ON events (organisation_id, position) WHERE position IS NOT NULL;
CREATE INDEX events_unplaced ON events (happened_at) WHERE position IS NULL;

-- Where each organisation's chain ends, and up to which day its private acts have their entry.
CREATE TABLE chains (
    organisation_id ID NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    link BYTES NOT NULL,
    private_until_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

-- Private acts of one day, as one salted digest that each act stirs: neither who, nor how many, nor when.
CREATE TABLE private_days (
    organisation_id ID NOT NULL,
    acted_on TEXT NOT NULL,
    digest BYTES NOT NULL,
    PRIMARY KEY (organisation_id, acted_on),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

-- What must follow a private act. Read by the dispatcher alone and deleted in the transaction that carries it out.
CREATE TABLE private_work (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    kind TEXT NOT NULL,
    sealed_subject BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);
