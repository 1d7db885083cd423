-- Questions put to the two of a pair at one moment: after a conversation, half way, at the end. `number` is the
-- conversation's for a pulse, else 0. Opened once, for both, and told to both, whatever either answers.
CREATE TABLE surveys (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    kind             TEXT    NOT NULL CHECK (kind IN ('pulse', 'midpoint', 'end')),
    number           INTEGER NOT NULL CHECK (number >= 0),
    opened_on        TEXT    NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, kind, number),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);

-- Whose it is to answer, and whether the house has told them. Private (rules 4): the answers are sealed (associated
-- data: table, column, organisation, id), read by whoever gave them, and have no time. No row changes when nothing is
-- answered.
CREATE TABLE survey_answers (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    survey_id        ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    person_id        ID      NOT NULL,
    state            TEXT    NOT NULL CHECK (state IN ('open', 'saved', 'sent', 'skipped')),
    is_told          BOOLEAN NOT NULL,
    sealed_answers   BYTES,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, survey_id, person_id),
    FOREIGN KEY (organisation_id, survey_id) REFERENCES surveys (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);
CREATE INDEX survey_answers_by_person ON survey_answers (organisation_id, person_id);
CREATE INDEX survey_answers_untold ON survey_answers (organisation_id) WHERE NOT is_told;
