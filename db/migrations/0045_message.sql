-- The anonymous line: a participant of a programme writes without a name to its coordinators or to one confidential
-- contact, and both sides reply. Whoever wrote first stands in anonymous_authors alone, sealed, and read by one store.
-- Every time is a full hour. No table here has a person's id on the author's side.

CREATE TABLE anonymous_lines (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    contact_id       ID,
    closed_on        TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, contact_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX anonymous_lines_by_programme ON anonymous_lines (organisation_id, programme_id);

-- `answered_by`: who replied, by name; none: whoever opened the line. The other side is shown it from `shown_at` on.
CREATE TABLE line_messages (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    line_id          ID      NOT NULL,
    position         BIGINT  NOT NULL CHECK (position >= 1),
    answered_by      ID,
    sealed_text      BYTES   NOT NULL,
    shown_at         BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT line_messages_in_order UNIQUE (organisation_id, line_id, position),
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id),
    FOREIGN KEY (organisation_id, answered_by) REFERENCES people (organisation_id, id)
);

CREATE TABLE anonymous_authors (
    organisation_id   ID     NOT NULL,
    line_id           ID     NOT NULL,
    sealed_person_id  BYTES  NOT NULL,
    read_position     BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation_id, line_id),
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id)
);

-- Until when each of those who answer has read, for themselves, and was told that something waits: by the hour it was
-- shown, since a place in the line would tell that something is on its way.
CREATE TABLE line_readers (
    organisation_id  ID      NOT NULL,
    line_id          ID      NOT NULL,
    person_id        ID      NOT NULL,
    read_until       BIGINT  NOT NULL DEFAULT 0,
    told_until       BIGINT  NOT NULL DEFAULT 0,
    PRIMARY KEY (organisation_id, line_id, person_id),
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX line_messages_by_time ON line_messages (organisation_id, shown_at);
