-- What people are told. Rows hold a kind, a recipient and an id; text and links are made when it is shown or sent, in
-- the person's language, so that neither the database nor a backup holds a mail.

CREATE TABLE notices (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    person_id ID NOT NULL,
    kind TEXT NOT NULL,
    subject_id ID,
    told_at BIGINT NOT NULL,
    read_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    -- A job that runs twice tells once.
    CONSTRAINT notices_once UNIQUE (organisation_id, person_id, kind, subject_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX notices_by_person ON notices (organisation_id, person_id, told_at, id);

CREATE TABLE mails (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    person_id ID NOT NULL,
    kind TEXT NOT NULL,
    subject_id ID,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    queued_at BIGINT NOT NULL,
    sent_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT mails_once UNIQUE (organisation_id, person_id, kind, subject_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX mails_by_time ON mails (organisation_id, queued_at, id);
