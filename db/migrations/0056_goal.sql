-- What becomes of the agreement's outcomes (issue part 6): goals with their steps, the can-do ladder of each topic, and
-- the one to three targets of the end with their echo ninety days later. All text is sealed (associated data: table,
-- column, organisation, id).

CREATE TABLE goals (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    side             TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')),
    position         INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
    version          INTEGER NOT NULL CHECK (version >= 1),
    sealed_content   BYTES   NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, side, position),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);

-- A row a person; without a time.
CREATE TABLE can_do_marks (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    pairing_id       ID    NOT NULL,
    person_id        ID    NOT NULL,
    sealed_content   BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);

-- `sealed_content` is read by both; `sealed_echo` by whoever wrote it.
CREATE TABLE targets (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    pairing_id       ID    NOT NULL,
    person_id        ID    NOT NULL,
    sealed_content   BYTES NOT NULL,
    sealed_echo      BYTES,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);
