-- Who may draft for whoever stands for a programme: one person, named by the sponsor, who sees the sponsor's questions
-- and drafts and no answers. Only the sponsor publishes.
CREATE TABLE drafters (
    organisation_id  ID NOT NULL,
    programme_id     ID NOT NULL,
    sponsor_id       ID NOT NULL,
    person_id        ID NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, sponsor_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, sponsor_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- A decision before it is published: sealed, and gone with the publication.
CREATE TABLE decision_drafts (
    organisation_id  ID      NOT NULL,
    question_id      ID      NOT NULL,
    version          BIGINT  NOT NULL,
    sealed_words     BYTES   NOT NULL,
    PRIMARY KEY (organisation_id, question_id),
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id)
);

-- What whoever asked was reminded of: each day that was promised seven and two days before. Notices and mails are about
-- this id.
CREATE TABLE decision_reminders (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    question_id      ID      NOT NULL,
    decide_by        TEXT    NOT NULL,
    days_before      INTEGER NOT NULL CHECK (days_before IN (2, 7)),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, decide_by, days_before),
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id)
);

-- A loop board that its sponsor shows to everybody in the house (rules D20).
CREATE TABLE board_publications (
    organisation_id  ID   NOT NULL,
    programme_id     ID   NOT NULL,
    published_on     TEXT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);
