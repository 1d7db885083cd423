-- A name of anonymous first is opened by two named people together, for a stated danger (rules 14): asked for by the
-- confidential contact to whom a concern was told, agreed to by an administrator. `sealed_danger` is sealed (associated
-- data: table, column, organisation, id).

-- Which acquaintance the picked messages are from, and whose name stands against them; sealed likewise.
ALTER TABLE concerns ADD COLUMN sealed_acquaintance BYTES;

CREATE TABLE name_openings (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    concern_id       ID    NOT NULL,
    programme_id     ID    NOT NULL,
    asked_by         ID    NOT NULL,
    asked_on         TEXT  NOT NULL,
    sealed_danger    BYTES NOT NULL,
    agreed_by        ID,
    agreed_on        TEXT,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT name_openings_once UNIQUE (organisation_id, concern_id),
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id),
    FOREIGN KEY (organisation_id, asked_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, agreed_by) REFERENCES people (organisation_id, id),
    CHECK ((agreed_by IS NULL) = (agreed_on IS NULL)),
    CHECK (agreed_by IS NULL OR agreed_by <> asked_by)
);
