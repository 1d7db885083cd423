-- Two people on their way to a pair, and the pair. A state is a row with a time: a pairing is getting to know
-- until `started_at`, the two go on from `went_on_at`, and `set_aside_at` ends a getting to know that did not
-- go ahead (which is not an ending). What is private (rules 4) has no time finer than the day and no version.

CREATE TABLE pairings (
    organisation_id   ID      NOT NULL,
    id                ID      NOT NULL,
    programme_id      ID      NOT NULL,
    origin            TEXT    NOT NULL CHECK (origin IN ('run', 'brought')),
    suggestion_id     ID,
    meetings_before   INTEGER NOT NULL DEFAULT 0 CHECK (meetings_before BETWEEN 0 AND 200),
    opened_at         BIGINT  NOT NULL,
    answers_close_at  BIGINT  NOT NULL,
    went_on_at        BIGINT,
    set_aside_at      BIGINT,
    started_at        BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    CHECK (started_at IS NULL OR went_on_at IS NOT NULL),
    CHECK (started_at IS NULL OR set_aside_at IS NULL)
);
CREATE INDEX pairings_by_programme ON pairings (organisation_id, programme_id, opened_at, id);
CREATE INDEX pairings_by_closing ON pairings (answers_close_at) WHERE went_on_at IS NULL AND set_aside_at IS NULL;

-- Rows of their own, so that *anonymous first* (rules 14) can later keep a keyed hash in place of the person.
CREATE TABLE pairing_people (
    organisation_id  ID   NOT NULL,
    pairing_id       ID   NOT NULL,
    side             TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    person_id        ID   NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id, side),
    UNIQUE (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX pairing_people_by_person ON pairing_people (organisation_id, person_id, pairing_id);

-- An agreed future time is the local time, its zone and the instant (recomputed when zone data change).
CREATE TABLE exploratory_meetings (
    organisation_id  ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    version          INTEGER NOT NULL,
    starts_local     TEXT    NOT NULL,
    time_zone        TEXT    NOT NULL,
    starts_at        BIGINT  NOT NULL,
    mode             TEXT    NOT NULL CHECK (mode IN ('in_person', 'video', 'call')),
    place            TEXT    NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);

-- Private: read by its owner, and by the opening of both answers together. The day is the finest time there is.
CREATE TABLE exploratory_answers (
    organisation_id  ID   NOT NULL,
    pairing_id       ID   NOT NULL,
    person_id        ID   NOT NULL,
    answer           TEXT NOT NULL CHECK (answer IN ('go_on', 'not_this_time')),
    answered_on      TEXT NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);

CREATE TABLE agreements (
    organisation_id   ID      NOT NULL,
    pairing_id        ID      NOT NULL,
    version           INTEGER NOT NULL CHECK (version >= 1),
    cadence           TEXT    NOT NULL
                      CHECK (cadence IN ('weekly', 'fortnightly', 'every_three_weeks', 'monthly', 'every_two_months')),
    channel           TEXT    NOT NULL CHECK (channel IN ('in_person', 'video', 'call', 'chat')),
    notice_days       INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 14),
    booking_side      TEXT    NOT NULL CHECK (booking_side IN ('mentor', 'mentee')),
    leading_side      TEXT    NOT NULL CHECK (leading_side IN ('mentor', 'mentee')),
    ends_on           TEXT    NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);

-- One or two a side; the text is sealed (associated data: table, column, organisation, id).
CREATE TABLE agreement_outcomes (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    side             TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')),
    position         INTEGER NOT NULL CHECK (position BETWEEN 1 AND 2),
    sealed_text      BYTES   NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, side, position),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES agreements (organisation_id, pairing_id)
);

-- `document_version` is the agreement's version, or the charter's. A signature of an earlier version stays as
-- history of the charter; an agreement's is taken back when its text changes.
CREATE TABLE signatures (
    organisation_id   ID      NOT NULL,
    pairing_id        ID      NOT NULL,
    person_id         ID      NOT NULL,
    document          TEXT    NOT NULL CHECK (document IN ('agreement', 'charter')),
    document_version  INTEGER NOT NULL CHECK (document_version >= 1),
    signed_at         BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id, person_id, document, document_version),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);

CREATE TABLE pauses (
    organisation_id  ID   NOT NULL,
    id               ID   NOT NULL,
    pairing_id       ID   NOT NULL,
    paused_on        TEXT NOT NULL,
    resumed_on       TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);
CREATE INDEX pauses_by_pairing ON pauses (organisation_id, pairing_id);

-- Without a person: leaving is a private act. Others learn of it from the day after, and then only the week.
CREATE TABLE closures (
    organisation_id  ID   NOT NULL,
    pairing_id       ID   NOT NULL,
    kind             TEXT NOT NULL CHECK (kind IN ('goal_reached', 'completed', 'ended')),
    closed_on        TEXT NOT NULL,
    released_on      TEXT,
    PRIMARY KEY (organisation_id, pairing_id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);
CREATE INDEX closures_to_release ON closures (closed_on) WHERE released_on IS NULL;
