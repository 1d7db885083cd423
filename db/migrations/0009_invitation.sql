-- The question whether somebody would take part. Who joined shows in enrolments; every other answer is private.

CREATE TABLE invitations (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    programme_id ID NOT NULL,
    person_id ID NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    invited_at BIGINT NOT NULL,
    written_again INTEGER NOT NULL CHECK (written_again BETWEEN 0 AND 2),
    last_written_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT invitations_one_a_side UNIQUE (organisation_id, programme_id, person_id, side),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX invitations_by_person ON invitations (organisation_id, person_id);

-- Read by its owner, and by the house when it would write again. *Don't ask again* holds for a year from the day.
CREATE TABLE invitation_answers (
    organisation_id ID NOT NULL,
    invitation_id ID NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('not_now', 'no_dont_ask')),
    answered_on TEXT NOT NULL,
    PRIMARY KEY (organisation_id, invitation_id),
    FOREIGN KEY (organisation_id, invitation_id) REFERENCES invitations (organisation_id, id)
);
