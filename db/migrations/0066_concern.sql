-- A problem in a thread is a concern with the messages somebody picked.
DROP TABLE reports;

-- A concern: what somebody tells one confidential contact, who replies (R40). Private acts (rules 4): nothing has a time
-- finer than the day, and texts and the contact's own note are sealed (associated data: table, column, organisation, id).
CREATE TABLE concerns (
    organisation_id  ID       NOT NULL,
    id               ID       NOT NULL,
    programme_id     ID       NOT NULL,
    person_id        ID       NOT NULL,
    contact_id       ID       NOT NULL,
    wish             TEXT     NOT NULL CHECK (wish IN ('advice_only', 'act')),
    raised_on        TEXT     NOT NULL,
    closed_on        TEXT,
    -- The day of the last word or of the closing, and for how many months from there it is kept (rules D14).
    last_on          TEXT     NOT NULL,
    kept_months      INTEGER  NOT NULL CHECK (kept_months BETWEEN 1 AND 24),
    sealed_note      BYTES,
    -- Messages of their own thread that the person picked to show, as they stood.
    sealed_excerpt   BYTES,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, contact_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX concerns_by_contact ON concerns (organisation_id, contact_id, raised_on);
CREATE INDEX concerns_by_person ON concerns (organisation_id, person_id);

CREATE TABLE concern_messages (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    concern_id       ID      NOT NULL,
    position         BIGINT  NOT NULL CHECK (position >= 1),
    is_contacts      BOOLEAN NOT NULL,
    sealed_text      BYTES   NOT NULL,
    written_on       TEXT    NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT concern_messages_in_order UNIQUE (organisation_id, concern_id, position),
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id)
);

-- How far each of the two has read, for themselves.
CREATE TABLE concern_readers (
    organisation_id  ID      NOT NULL,
    concern_id       ID      NOT NULL,
    is_contact       BOOLEAN NOT NULL,
    read_position    BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, concern_id, is_contact),
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id)
);

-- What a confidential contact has set: until when they are away, and how long they keep what is sent to them. They are
-- told once a day of what came until `told_through_on`. Without a row: there, 24 months, never told.
CREATE TABLE contact_rooms (
    organisation_id  ID       NOT NULL,
    person_id        ID       NOT NULL,
    away_until_on    TEXT,
    kept_months      INTEGER  NOT NULL CHECK (kept_months BETWEEN 1 AND 24),
    told_through_on  TEXT,
    PRIMARY KEY (organisation_id, person_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- The private link of a confidential contact who does not sign in (rules 13). Another nonce voids the one before.
CREATE TABLE contact_links (
    organisation_id  ID    NOT NULL,
    person_id        ID    NOT NULL,
    nonce            ID    NOT NULL,
    made_on          TEXT  NOT NULL,
    PRIMARY KEY (organisation_id, person_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- The organisation's official reporting channel, a country (rules D17). A concern is not it.
CREATE TABLE reporting_channels (
    organisation_id  ID   NOT NULL,
    country          TEXT NOT NULL,
    name             TEXT NOT NULL,
    link             TEXT NOT NULL,
    PRIMARY KEY (organisation_id, country),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);
