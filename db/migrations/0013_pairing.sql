-- Pairs whose reporting lines met after a reorganisation (R13), and which of the three who are asked said to go on
-- knowingly. The row goes when the lines part again. Stopping instead is the closure, which names nobody.

CREATE TABLE line_checks (
    organisation_id      ID      NOT NULL,
    pairing_id           ID      NOT NULL,
    found_on             TEXT    NOT NULL,
    mentor_goes_on       BOOLEAN NOT NULL,
    mentee_goes_on       BOOLEAN NOT NULL,
    coordinator_goes_on  BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);
