-- One of a pair introduces the other to a colleague (R35). Days alone, and the words sealed (associated data: table,
-- column, organisation, id). `made_on`: both have said yes.
CREATE TABLE introductions (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    pairing_id       ID    NOT NULL,
    introducer_id    ID    NOT NULL,
    colleague_id     ID    NOT NULL,
    asked_on         TEXT  NOT NULL,
    closes_on        TEXT  NOT NULL,
    made_on          TEXT,
    sealed_why       BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, introducer_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, colleague_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX introductions_of_pair ON introductions (organisation_id, pairing_id);
CREATE INDEX introductions_of_colleague ON introductions (organisation_id, colleague_id);
CREATE INDEX introductions_by_closing ON introductions (organisation_id, closes_on);

-- Private (rules 4): without a time. Whoever has not answered has no row, and that looks like `not_now` to everybody.
CREATE TABLE introduction_answers (
    organisation_id  ID   NOT NULL,
    introduction_id  ID   NOT NULL,
    person_id        ID   NOT NULL,
    answer           TEXT NOT NULL CHECK (answer IN ('yes', 'not_now')),
    PRIMARY KEY (organisation_id, introduction_id, person_id),
    FOREIGN KEY (organisation_id, introduction_id) REFERENCES introductions (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
