-- Released words (rules 9): a sentence on what changed, for the report. Every text is sealed (associated data: table,
-- column, organisation, id).

-- On one's own page. Whoever wrote it, and the partner whose consent it needs, stand as marks: HMAC of the person with
-- the programme's secret, a file of the key folder (`respondent_keys`).
CREATE TABLE words (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    programme_id     ID     NOT NULL,
    author           BYTES  NOT NULL,
    partner          BYTES,
    sealed_words     BYTES  NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, author, id),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
)
-- sqlite:
WITHOUT ROWID
-- both:
;

-- What has gone out on a Monday, under another id, until it is withdrawn; once published, for good.
CREATE TABLE released_words (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    programme_id     ID     NOT NULL,
    week_on          TEXT   NOT NULL,
    published_on     TEXT,
    sealed_shown     BYTES  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
)
-- sqlite:
WITHOUT ROWID
-- both:
;
