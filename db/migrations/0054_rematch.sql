-- After a pair (R37, R39): what each of the two privately wants next, and the days in which runs leave them out. A pair
-- may also end by circumstances (R38). A check cannot be changed in place, so the column is made anew.

ALTER TABLE closures RENAME COLUMN kind TO kind_before;
ALTER TABLE closures ADD COLUMN kind TEXT NOT NULL DEFAULT 'ended'
    CHECK (kind IN ('goal_reached', 'completed', 'ended', 'circumstances'));
UPDATE closures SET kind = kind_before;
ALTER TABLE closures DROP COLUMN kind_before;

ALTER TABLE programmes ADD COLUMN cooling_days INTEGER NOT NULL DEFAULT 14 CHECK (cooling_days BETWEEN 0 AND 90);

-- Private: read by whoever wrote it. `sealed_note` is for their own eyes (associated data: table, column, organisation,
-- id). The day is the finest time there is, and it is the pair's, not this row's.
CREATE TABLE rematches (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    pairing_id       ID    NOT NULL,
    person_id        ID    NOT NULL,
    wish             TEXT  NOT NULL CHECK (wish IN ('now', 'later', 'stop')),
    sealed_note      BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);

-- Whom runs leave out on a side: until a day, or until they say that they want a new partner.
CREATE TABLE coolings (
    organisation_id  ID   NOT NULL,
    programme_id     ID   NOT NULL,
    person_id        ID   NOT NULL,
    side             TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    until_on         TEXT,
    PRIMARY KEY (organisation_id, programme_id, person_id, side),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
