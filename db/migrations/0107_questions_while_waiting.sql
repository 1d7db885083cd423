-- Whoever waits for a place is asked only with their consent (rules D5), and stands apart: their answers are no
-- participant's.
CREATE TABLE waiting_consents (
    organisation_id  ID NOT NULL,
    programme_id     ID NOT NULL,
    person_id        ID NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, person_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
ALTER TABLE questionnaire_people ADD COLUMN arm TEXT NOT NULL DEFAULT 'takes_part'
    CHECK (arm IN ('takes_part', 'waits'));
