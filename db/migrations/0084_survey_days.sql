-- When time alone next opens questions for a pair, so that the house asks for those that are due and for no others. No
-- row: not looked at since something changed. NULL: nothing by time alone.
CREATE TABLE survey_days (
    organisation_id  ID   NOT NULL,
    pairing_id       ID   NOT NULL,
    next_on          TEXT,
    PRIMARY KEY (organisation_id, pairing_id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);
