-- Which prompts of a guide each of a pair has skipped, one sealed row a person (associated data: table, column,
-- organisation, id), so that a phone and a laptop agree. Nobody else reads it.
CREATE TABLE skipped_prompts (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    pairing_id       ID    NOT NULL,
    person_id        ID    NOT NULL,
    sealed_prompts   BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, pairing_id, person_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);
