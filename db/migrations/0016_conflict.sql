-- Conflicts held by HR: two people whom no run may join. Entered and read by the role `conflicts` alone (rules 7).

CREATE TABLE conflicts (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    entered_on TEXT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

-- The two people, each known beyond their row in `people`: that row goes when nobody needs it (0015), and a conflict
-- must neither keep somebody visibly nor be forgotten when they come in again.
CREATE TABLE conflict_people (
    organisation_id ID NOT NULL,
    conflict_id ID NOT NULL,
    place INTEGER NOT NULL CHECK (place IN (1, 2)),
    person_id ID NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    external_id TEXT,
    PRIMARY KEY (organisation_id, conflict_id, place),
    CONSTRAINT conflict_people_once UNIQUE (organisation_id, conflict_id, person_id),
    FOREIGN KEY (organisation_id, conflict_id) REFERENCES conflicts (organisation_id, id)
);

CREATE INDEX conflict_people_by_person ON conflict_people (organisation_id, person_id);
