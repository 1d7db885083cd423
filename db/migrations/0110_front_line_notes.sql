-- What I see from here (R30): front-line notes and the themes that are made of them. Every text is sealed (associated
-- data: table, column, organisation, id).

-- On their way: written, and perhaps waiting for Monday. Under the mark of whoever writes: HMAC of the person with the
-- programme's secret, a file of the key folder (`respondent_keys`). Nothing says who, for whom, or whether it waits.
CREATE TABLE note_drafts (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    programme_id     ID     NOT NULL,
    writer           BYTES  NOT NULL,
    sealed_draft     BYTES  NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, writer, id),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
)
-- sqlite:
WITHOUT ROWID
-- both:
;

-- Gone out on a Monday, under new ids: the words, and sealed beside them the marks that prove how many people and pairs
-- a theme stands on.
CREATE TABLE front_line_notes (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    programme_id     ID     NOT NULL,
    week_on          TEXT   NOT NULL,
    audience         TEXT   NOT NULL CHECK (audience IN ('coordinator', 'sponsor')),
    sealed_note      BYTES  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
)
-- sqlite:
WITHOUT ROWID
-- both:
;
CREATE INDEX front_line_notes_of_programme ON front_line_notes (organisation_id, programme_id, week_on);

-- To one's own partner, under one's name, at once.
CREATE TABLE partner_notes (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    programme_id     ID     NOT NULL,
    author_id        ID     NOT NULL,
    reader_id        ID     NOT NULL,
    sent_on          TEXT   NOT NULL,
    sealed_text      BYTES  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, author_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, reader_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX partner_notes_by_reader ON partner_notes (organisation_id, reader_id);

-- What a coordinator makes of notes, in their own words. Once the house has looked at it, its notes stay with it.
CREATE TABLE front_line_themes (
    organisation_id  ID       NOT NULL,
    id               ID       NOT NULL,
    programme_id     ID       NOT NULL,
    sealed_words     BYTES    NOT NULL,
    is_looked_at     BOOLEAN  NOT NULL,
    shown_on         TEXT,
    sealed_answer    BYTES,
    answered_on      TEXT,
    version          BIGINT   NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

CREATE TABLE theme_notes (
    organisation_id  ID       NOT NULL,
    note_id          ID       NOT NULL,
    theme_id         ID       NOT NULL,
    is_fixed         BOOLEAN  NOT NULL,
    PRIMARY KEY (organisation_id, note_id),
    FOREIGN KEY (organisation_id, note_id) REFERENCES front_line_notes (organisation_id, id),
    FOREIGN KEY (organisation_id, theme_id) REFERENCES front_line_themes (organisation_id, id)
);
CREATE INDEX theme_notes_of_theme ON theme_notes (organisation_id, theme_id);
