-- The conversations of a pair: proposed with one to three times, set when the other has chosen one, then held or
-- cancelled. A state is a row with a time. What is agreed is the local time, its zone and the instant.

CREATE TABLE meetings (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    sequence         INTEGER NOT NULL CHECK (sequence >= 0),
    minutes          INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 180),
    channel          TEXT    NOT NULL CHECK (channel IN ('in_person', 'video', 'call', 'chat')),
    place            TEXT    NOT NULL,
    opened_at        BIGINT  NOT NULL,
    proposed_by      TEXT    NOT NULL CHECK (proposed_by IN ('mentor', 'mentee')),
    starts_local     TEXT,
    time_zone        TEXT,
    starts_at        BIGINT,
    held_at          BIGINT,
    cancelled_at     BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    CHECK (held_at IS NULL OR cancelled_at IS NULL),
    CHECK (held_at IS NULL OR starts_at IS NOT NULL)
);
CREATE INDEX meetings_by_pairing ON meetings (organisation_id, pairing_id, starts_at, id);

-- The times on the table, until one is chosen.
CREATE TABLE meeting_times (
    organisation_id  ID      NOT NULL,
    meeting_id       ID      NOT NULL,
    position         INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
    starts_local     TEXT    NOT NULL,
    time_zone        TEXT    NOT NULL,
    starts_at        BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, meeting_id, position),
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id)
);

-- A date that was set and did not stand: whose it was to move or cancel it, and what it had been. Seen by the two.
-- A date called off by the house, because the pair has finished or pauses, leaves no row here.
CREATE TABLE meeting_changes (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    meeting_id       ID     NOT NULL,
    kind             TEXT   NOT NULL CHECK (kind IN ('moved', 'cancelled')),
    side             TEXT   NOT NULL CHECK (side IN ('mentor', 'mentee')),
    starts_at        BIGINT NOT NULL,
    happened_at      BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id)
);
CREATE INDEX meeting_changes_by_meeting ON meeting_changes (organisation_id, meeting_id, happened_at);

-- What a pairing shows of its conversations to a coordinator, and so to the two in the mirror: how many were held, and the
-- farthest date that is set.
ALTER TABLE pairings ADD COLUMN meetings_held INTEGER NOT NULL DEFAULT 0 CHECK (meetings_held >= 0);
ALTER TABLE pairings ADD COLUMN last_date_at BIGINT;

-- Days somebody is away. No reason is asked; nobody but the person and their assistant sees them.
CREATE TABLE absences (
    organisation_id  ID   NOT NULL,
    id               ID   NOT NULL,
    person_id        ID   NOT NULL,
    from_on          TEXT NOT NULL,
    until_on         TEXT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    CHECK (from_on <= until_on)
);
CREATE INDEX absences_by_person ON absences (organisation_id, person_id, from_on);

-- A person's private calendar address is computed from the nonce; another nonce and the old address is dead.
CREATE TABLE calendar_feeds (
    organisation_id  ID     NOT NULL,
    person_id        ID     NOT NULL,
    nonce            ID     NOT NULL,
    sign_in_epoch    BIGINT NOT NULL,
    made_at          BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, person_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- What each of the two was told of a meeting, and the link in that mail: it opens the dates of this meeting alone, for
-- whoever reads the mail, and nothing private. Computed from the nonce, never stored.
CREATE TABLE meeting_links (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    meeting_id       ID      NOT NULL,
    told_of          INTEGER NOT NULL, -- the version of a proposal, the sequence of a date
    side             TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')),
    kind             TEXT    NOT NULL CHECK (kind IN ('times_proposed', 'date_set', 'date_called_off')),
    nonce            ID      NOT NULL,
    made_at          BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, kind, told_of, side),
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id)
);
