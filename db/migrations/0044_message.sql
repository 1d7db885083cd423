-- What the two of a pairing write to each other (rules B, row messages). The thread is the pairing's: it has its id and
-- needs no row. Text, names and contents are sealed (associated data: table, column, organisation, id); what is taken
-- back has none.

CREATE TABLE messages (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    position         BIGINT  NOT NULL CHECK (position >= 1),
    person_id        ID      NOT NULL,
    sealed_text      BYTES,
    written_at       BIGINT  NOT NULL,
    edited_at        BIGINT,
    taken_back_at    BIGINT,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT messages_in_order UNIQUE (organisation_id, pairing_id, position),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    CHECK ((sealed_text IS NULL) = (taken_back_at IS NOT NULL))
);

CREATE INDEX messages_by_time ON messages (organisation_id, written_at);

-- How far each of the two has read, for themselves alone, and how far they were told that something waits.
CREATE TABLE thread_readers (
    organisation_id  ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    person_id        ID      NOT NULL,
    read_position    BIGINT  NOT NULL DEFAULT 0,
    told_position    BIGINT  NOT NULL DEFAULT 0,
    told_at          BIGINT,
    PRIMARY KEY (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);

-- `person_id` takes no more messages from the other. Private: without a time.
CREATE TABLE thread_blocks (
    organisation_id  ID NOT NULL,
    pairing_id       ID NOT NULL,
    person_id        ID NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);

-- Waiting to be sent while it has no message; such ones are removed after a day.
CREATE TABLE attachments (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    person_id        ID      NOT NULL,
    message_id       ID,
    kind             TEXT    NOT NULL CHECK (kind IN ('png', 'jpeg', 'pdf', 'plain_text')),
    octets           BIGINT  NOT NULL CHECK (octets >= 0),
    width            INTEGER,
    height           INTEGER,
    sealed_name      BYTES   NOT NULL,
    sealed_content   BYTES   NOT NULL,
    uploaded_at      BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, message_id) REFERENCES messages (organisation_id, id)
);
CREATE INDEX attachments_by_message ON attachments (organisation_id, message_id);
CREATE INDEX attachments_unsent ON attachments (uploaded_at) WHERE message_id IS NULL;

-- A problem in a thread, told to one confidential contact with the words its reporter picked: a concern, so a private
-- act (rules 4) with no time finer than the day.
CREATE TABLE reports (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    person_id        ID      NOT NULL,
    contact_id       ID      NOT NULL,
    reported_on      TEXT    NOT NULL,
    sealed_words     BYTES   NOT NULL,
    sealed_excerpt   BYTES   NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, contact_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX reports_by_contact ON reports (organisation_id, contact_id, reported_on);
