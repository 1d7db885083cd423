-- What a programme makes of the modules of the house (R19). Without a row the plan is the one for its size.
CREATE TABLE preparation_plans (
    organisation_id  ID      NOT NULL,
    programme_id     ID      NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    PRIMARY KEY (organisation_id, programme_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

-- A programme's own modules, in its own words.
CREATE TABLE own_modules (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    title            TEXT    NOT NULL,
    module_text      TEXT    NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES preparation_plans (organisation_id, programme_id)
);

-- In the order in which they are read. `module` is the key of one of the house, or the id of an own one.
CREATE TABLE planned_modules (
    organisation_id  ID      NOT NULL,
    programme_id     ID      NOT NULL,
    position         INTEGER NOT NULL CHECK (position >= 1),
    module           TEXT    NOT NULL,
    reader           TEXT    NOT NULL CHECK (reader IN ('mentor', 'mentee', 'both')),
    is_core          BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, position),
    UNIQUE (organisation_id, programme_id, module),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES preparation_plans (organisation_id, programme_id)
);

-- That somebody has read it, and nothing finer than the day: nobody is shown who was slow.
CREATE TABLE modules_done (
    organisation_id  ID   NOT NULL,
    enrolment_id     ID   NOT NULL,
    module           TEXT NOT NULL,
    done_on          TEXT NOT NULL,
    PRIMARY KEY (organisation_id, enrolment_id, module),
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id)
);

-- What somebody wrote in an exercise, the sentences they ticked, and what they thought of it: theirs alone, sealed
-- (associated data: table, column, organisation, id), without a time.
CREATE TABLE your_turns (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    enrolment_id     ID    NOT NULL,
    module           TEXT  NOT NULL,
    sealed_text      BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id, module),
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id)
);

CREATE TABLE ready_sentences (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    enrolment_id     ID    NOT NULL,
    sealed_ticks     BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id),
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id)
);

CREATE TABLE preparation_ratings (
    organisation_id  ID    NOT NULL,
    id               ID    NOT NULL,
    enrolment_id     ID    NOT NULL,
    sealed_rating    BYTES NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id),
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id)
);

-- What the coordinator sees of the ratings: as it was when the last full five had come.
CREATE TABLE preparation_qualities (
    organisation_id  ID      NOT NULL,
    programme_id     ID      NOT NULL,
    raters           INTEGER NOT NULL CHECK (raters >= 5),
    tenths           INTEGER NOT NULL CHECK (tenths BETWEEN 10 AND 50),
    PRIMARY KEY (organisation_id, programme_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);
