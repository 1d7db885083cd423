-- The sounding board (R29): somebody asks before they decide, of their own partner or of a panel, and only a published
-- decision closes it. What was asked, answered and decided is sealed (associated data: table, column, organisation, id).

-- Who is asked when a panel of the programme is: by their own word, in and out, without a time (rules 4).
CREATE TABLE panel_members (
    organisation_id  ID NOT NULL,
    programme_id     ID NOT NULL,
    person_id        ID NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, person_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE TABLE questions (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    person_id        ID      NOT NULL,
    standing         TEXT    NOT NULL CHECK (standing IN ('mentee', 'sponsor')),
    audience         TEXT    NOT NULL CHECK (audience IN ('partner', 'panel')),
    sealed_words     BYTES   NOT NULL,
    asked_on         TEXT    NOT NULL,
    answer_by        TEXT    NOT NULL,
    promised_on      TEXT    NOT NULL,
    decide_by        TEXT    NOT NULL,
    deferrals        INTEGER NOT NULL CHECK (deferrals BETWEEN 0 AND 3),
    closed_on        TEXT,
    version          BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX questions_of_programme ON questions (organisation_id, programme_id, audience, decide_by);
CREATE INDEX questions_of_person ON questions (organisation_id, person_id);

-- Who was asked, once and for all, and whether it is closed for them: told to the asker of a partner, else counted alone.
CREATE TABLE question_people (
    organisation_id  ID NOT NULL,
    question_id      ID NOT NULL,
    person_id        ID NOT NULL,
    mark             TEXT CHECK (mark IN ('closed', 'not_yet')),
    PRIMARY KEY (organisation_id, question_id, person_id),
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX question_people_by_person ON question_people (organisation_id, person_id);

-- An answer under one's name, for whoever asked alone. Nothing says when.
CREATE TABLE panel_answers (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    question_id      ID    NOT NULL,
    person_id        ID    NOT NULL,
    sealed_text      BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, person_id),
    FOREIGN KEY (organisation_id, question_id, person_id)
        REFERENCES question_people (organisation_id, question_id, person_id)
);

CREATE TABLE decisions (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    question_id      ID      NOT NULL,
    position         INTEGER NOT NULL CHECK (position BETWEEN 1 AND 4),
    outcome          TEXT    NOT NULL CHECK (outcome IN ('adopted', 'adapted', 'declined', 'deferred')),
    sealed_words     BYTES   NOT NULL,
    decided_on       TEXT    NOT NULL,
    -- Of a deferral its new day; of the others by when it happens, if that was said.
    until_on         TEXT,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, position),
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id)
);
