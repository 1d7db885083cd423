-- What one of a pair saw and wishes (R36), and what became of it. All text is sealed (associated data: table, column,
-- organisation, id). `looks_again_at`: picked as a goal, and to be looked at again once so many conversations were held.
CREATE TABLE feedback (
    organisation_id       ID      NOT NULL,
    id                    ID      NOT NULL,
    pairing_id            ID      NOT NULL,
    author_id             ID      NOT NULL,
    written_on            TEXT    NOT NULL,
    looks_again_at        INTEGER CHECK (looks_again_at >= 0),
    sealed_content        BYTES   NOT NULL,
    sealed_author_look    BYTES,
    sealed_receiver_look  BYTES,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, author_id)
        REFERENCES pairing_people (organisation_id, pairing_id, person_id)
);
CREATE INDEX feedback_of_pair ON feedback (organisation_id, pairing_id);
CREATE INDEX feedback_to_look_at ON feedback (organisation_id, looks_again_at) WHERE looks_again_at IS NOT NULL;
