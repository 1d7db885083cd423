-- How each of a pair would like to go on after its end (R41): a private answer, opened together (rules 2 step 4).
CREATE TABLE continuations (
    organisation_id  ID   NOT NULL,
    pairing_id       ID   NOT NULL,
    person_id        ID   NOT NULL,
    onward           TEXT NOT NULL CHECK (onward IN ('informally', 'swap', 'new_partner', 'stop')),
    PRIMARY KEY (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);
