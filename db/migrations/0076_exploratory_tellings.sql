-- What each of the two was told of the date of their exploratory meeting: nothing is told twice, and the mail finds what
-- it is about.
CREATE TABLE exploratory_tellings (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    told_of          INTEGER NOT NULL, -- the sequence of the date
    side             TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')),
    kind             TEXT    NOT NULL CHECK (kind IN ('date_set', 'date_called_off')),
    made_at          BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, kind, told_of, side),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);
