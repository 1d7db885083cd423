-- Care of pairs, from events alone (R33): signs that a pair may be stuck, what was done about them, and who would like
-- help. Thresholds are a programme's own; without a row the usual ones are in force.
CREATE TABLE sign_thresholds (
    organisation_id     ID      NOT NULL,
    programme_id        ID      NOT NULL,
    version             INTEGER NOT NULL CHECK (version >= 1),
    not_booked_amber    INTEGER NOT NULL,
    not_booked_red      INTEGER NOT NULL,
    not_met_amber       INTEGER NOT NULL,
    not_met_red         INTEGER NOT NULL,
    gap_amber           INTEGER NOT NULL,
    gap_red             INTEGER NOT NULL,
    changed_amber       INTEGER NOT NULL,
    changed_red         INTEGER NOT NULL,
    no_next_date_amber  INTEGER NOT NULL,
    no_next_date_red    INTEGER NOT NULL,
    unanswered_amber    INTEGER NOT NULL,
    unanswered_red      INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, programme_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

-- What stands, as the night before found it. No side: only a ladder knows whom to help first.
CREATE TABLE signs (
    organisation_id  ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    kind             TEXT    NOT NULL
                     CHECK (kind IN ('not_booked', 'not_met', 'gap', 'changed', 'no_next_date', 'unanswered')),
    level            TEXT    NOT NULL CHECK (level IN ('amber', 'red')),
    amount           INTEGER NOT NULL,
    since_on         TEXT    NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id, kind),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);

-- How far a pair has been helped. Seen by nobody but the two, each their own part.
CREATE TABLE ladders (
    organisation_id  ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    step             TEXT    NOT NULL CHECK (step IN ('one', 'both', 'word')),
    sign             TEXT    NOT NULL
                     CHECK (sign IN ('not_booked', 'not_met', 'gap', 'changed', 'no_next_date', 'unanswered')),
    amount           INTEGER NOT NULL,
    side             TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')),
    stepped_at       BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);

-- What a coordinator sees of it, and so the two in the mirror.
ALTER TABLE pairings ADD COLUMN word_sign TEXT;
ALTER TABLE pairings ADD COLUMN word_amount INTEGER;

-- Planned at night or asked by a coordinator, sent in somebody's own working hours. `sign`: none where it is asked how
-- it goes.
CREATE TABLE nudges (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    pairing_id       ID     NOT NULL,
    person_id        ID     NOT NULL,
    step             TEXT   NOT NULL CHECK (step IN ('one', 'both', 'asked')),
    sign             TEXT   CHECK (sign IN ('not_booked', 'not_met', 'gap', 'changed', 'no_next_date', 'unanswered')),
    amount           INTEGER NOT NULL,
    planned_at       BIGINT NOT NULL,
    sent_at          BIGINT,
    is_put_away      BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    CHECK ((sign IS NULL) = (step = 'asked'))
);
CREATE INDEX nudges_by_person ON nudges (organisation_id, person_id, sent_at);
CREATE INDEX nudges_by_pairing ON nudges (organisation_id, pairing_id, planned_at);
CREATE INDEX nudges_waiting ON nudges (organisation_id, planned_at) WHERE sent_at IS NULL;

-- Who wants no nudges. Without a time.
CREATE TABLE nudge_stops (
    organisation_id  ID NOT NULL,
    person_id        ID NOT NULL,
    PRIMARY KEY (organisation_id, person_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- *Would like help*: seen by the person and by those who coordinate, never by the partner.
CREATE TABLE help_wishes (
    organisation_id  ID   NOT NULL,
    pairing_id       ID   NOT NULL,
    person_id        ID   NOT NULL,
    asked_on         TEXT NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);

-- A Monday's word to those who coordinate: what it says is counted when it is read.
CREATE TABLE mondays (
    organisation_id  ID   NOT NULL,
    id               ID   NOT NULL,
    programme_id     ID   NOT NULL,
    week_on          TEXT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, week_on),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);
