-- Questions put to the people of a programme at one moment. `content`: what is asked, frozen from the opening on.
CREATE TABLE questionnaires (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    moment           TEXT    NOT NULL CHECK (moment IN ('start', 'end', 'echo', 'own')),
    number           INTEGER NOT NULL CHECK (number >= 1),
    state            TEXT    NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    is_anonymous     BOOLEAN NOT NULL,
    audience         TEXT    NOT NULL CHECK (audience IN ('everybody', 'mentors', 'mentees')),
    title            TEXT    NOT NULL,
    content          TEXT    NOT NULL,
    reader_id        ID,
    opened_on        TEXT,
    closes_on        TEXT,
    question_set_id  ID,
    version          BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, moment, number),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, reader_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id)
);

-- Who is asked, on which side. Whether they have answered is nowhere.
CREATE TABLE questionnaire_people (
    organisation_id   ID       NOT NULL,
    questionnaire_id  ID       NOT NULL,
    person_id         ID       NOT NULL,
    side              TEXT     NOT NULL CHECK (side IN ('mentor', 'mentee')),
    is_told           BOOLEAN  NOT NULL,
    is_reminded       BOOLEAN  NOT NULL,
    PRIMARY KEY (organisation_id, questionnaire_id, person_id),
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX questionnaire_people_by_person ON questionnaire_people (organisation_id, person_id);

-- Confidential answers, under a key of chance: HMAC of the person with the secret of the programme, which is a file of
-- the key folder (`respondent_keys`). Sealed (associated data: table, column, organisation, id), without a time.
CREATE TABLE questionnaire_answers (
    organisation_id   ID     NOT NULL,
    id                ID     NOT NULL,
    questionnaire_id  ID     NOT NULL,
    respondent        BYTES  NOT NULL,
    sealed_answers    BYTES  NOT NULL,
    PRIMARY KEY (organisation_id, questionnaire_id, respondent),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id)
)
-- sqlite:
WITHOUT ROWID
-- both:
;

-- Which file ties the answers of a programme to people, until it is destroyed.
CREATE TABLE respondent_keys (
    organisation_id  ID  NOT NULL,
    programme_id     ID  NOT NULL,
    key_id           ID  NOT NULL,
    PRIMARY KEY (organisation_id, programme_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

-- What was released when it closed; never changed afterwards (AN7).
CREATE TABLE questionnaire_results (
    organisation_id   ID    NOT NULL,
    questionnaire_id  ID    NOT NULL,
    results           TEXT  NOT NULL,
    PRIMARY KEY (organisation_id, questionnaire_id),
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id)
);
