-- What people bring, what they want, and what they leave out. `topic` is a key of content/topics ("A1"); the catalogue
-- is data of the program and not a table. Private topics (flag s) stand in none of these but the last.

CREATE TABLE offers (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    enrolment_id ID NOT NULL,
    topic TEXT NOT NULL,
    strength INTEGER NOT NULL CHECK (strength BETWEEN 1 AND 3),
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT offers_once UNIQUE (organisation_id, enrolment_id, topic),
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id)
);

-- Priority 1 is wanted most.
CREATE TABLE wants (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    enrolment_id ID NOT NULL,
    topic TEXT NOT NULL,
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 3),
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT wants_once UNIQUE (organisation_id, enrolment_id, topic),
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id)
);

-- A private act (rules 4): `subject` is a topic ("F3") or a whole family ("E").
CREATE TABLE will_not_discuss (
    organisation_id ID NOT NULL,
    enrolment_id ID NOT NULL,
    subject TEXT NOT NULL,
    PRIMARY KEY (organisation_id, enrolment_id, subject),
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id)
);

-- One consent a row (rules 6): which topic, brought or wanted, and whether it may be named on the card are sealed
-- together. Taking the consent back deletes the row.
CREATE TABLE private_topics (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    enrolment_id ID NOT NULL,
    sealed_topic BYTES NOT NULL,
    consented_on TEXT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id)
);

CREATE INDEX private_topics_by_enrolment ON private_topics (organisation_id, enrolment_id);
