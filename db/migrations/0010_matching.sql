-- Who could meet whom: runs, rounds of suggestions with private answers, couples kept together or apart, partners.

-- One computation, frozen with what went in and what came out. `report` holds the figures as JSON (ids, codes and
-- numbers). `done` of `total` is the progress of a running one.
CREATE TABLE match_runs (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    programme_id ID NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('queued', 'running', 'draft', 'published', 'withdrawn', 'cancelled', 'failed')),
    objective TEXT NOT NULL CHECK (objective IN ('best', 'stable')),
    priority TEXT NOT NULL CHECK (priority IN ('most_pairs', 'most_benefit')),
    seed BIGINT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    report TEXT,
    created_at BIGINT NOT NULL,
    created_by ID,
    finished_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT match_runs_number UNIQUE (organisation_id, programme_id, number),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

-- The pairs of a draft. `reasons` is JSON: codes with topics and numbers, both ways. `position` is the order of the
-- list and says nothing about anybody.
CREATE TABLE match_run_pairs (
    organisation_id ID NOT NULL,
    match_run_id ID NOT NULL,
    position INTEGER NOT NULL,
    mentor_id ID NOT NULL,
    mentee_id ID NOT NULL,
    fit TEXT NOT NULL CHECK (fit IN ('both_ways', 'fits', 'thin_for_mentor', 'thin_for_mentee')),
    is_locked BOOLEAN NOT NULL,
    is_filled_up BOOLEAN NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (organisation_id, match_run_id, position),
    CONSTRAINT match_run_pairs_once UNIQUE (organisation_id, match_run_id, mentor_id, mentee_id),
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id)
);

-- Who has no partner in a draft, with the numbers that say why.
CREATE TABLE match_run_leftovers (
    organisation_id ID NOT NULL,
    match_run_id ID NOT NULL,
    position INTEGER NOT NULL,
    person_id ID NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    reason TEXT NOT NULL,
    PRIMARY KEY (organisation_id, match_run_id, position),
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- Suggestions, answers and a closing time; whoever has no partner enters the next one.
CREATE TABLE rounds (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    programme_id ID NOT NULL,
    match_run_id ID NOT NULL,
    number INTEGER NOT NULL,
    opened_at BIGINT NOT NULL,
    closes_on TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT rounds_of_run UNIQUE (organisation_id, match_run_id),
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id)
);
-- One round at a time in a programme.
CREATE UNIQUE INDEX rounds_open ON rounds (organisation_id, programme_id) WHERE closed_at IS NULL;
CREATE INDEX rounds_to_close ON rounds (closes_at) WHERE closed_at IS NULL;

-- Two people who could meet. `joined_at` is when the final run joined them; it is empty for all others, whatever
-- they answered.
CREATE TABLE suggestions (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    programme_id ID NOT NULL,
    round_id ID NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('run', 'hand')),
    fit TEXT NOT NULL CHECK (fit IN ('both_ways', 'fits', 'thin_for_mentor', 'thin_for_mentee')),
    mentor_benefit INTEGER NOT NULL,
    mentee_benefit INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    suggested_at BIGINT NOT NULL,
    joined_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, round_id) REFERENCES rounds (organisation_id, id)
);
CREATE INDEX suggestions_by_round ON suggestions (organisation_id, round_id);

-- Rows of their own, so that *anonymous first* (rules 14) can later keep a keyed hash in place of the person.
CREATE TABLE suggestion_people (
    organisation_id ID NOT NULL,
    suggestion_id ID NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    person_id ID NOT NULL,
    PRIMARY KEY (organisation_id, suggestion_id, side),
    CONSTRAINT suggestion_people_once UNIQUE (organisation_id, suggestion_id, person_id),
    FOREIGN KEY (organisation_id, suggestion_id) REFERENCES suggestions (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX suggestion_people_by_person ON suggestion_people (organisation_id, person_id, suggestion_id);

-- Private (rules 4): read by its owner, and once by the final run. Without a time.
CREATE TABLE suggestion_answers (
    organisation_id ID NOT NULL,
    suggestion_id ID NOT NULL,
    person_id ID NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('happy_to_meet', 'rather_not')),
    rank INTEGER CHECK (rank BETWEEN 1 AND 3),
    decides_nothing_confirmed BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, suggestion_id, person_id),
    FOREIGN KEY (organisation_id, suggestion_id, person_id)
        REFERENCES suggestion_people (organisation_id, suggestion_id, person_id),
    CHECK (answer = 'rather_not' OR decides_nothing_confirmed)
);

-- Two people a coordinator keeps together, or apart, in one programme. They survive every run.
CREATE TABLE locks (
    organisation_id ID NOT NULL,
    programme_id ID NOT NULL,
    mentor_id ID NOT NULL,
    mentee_id ID NOT NULL,
    locked_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, mentor_id, mentee_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id)
);

CREATE TABLE bans (
    organisation_id ID NOT NULL,
    programme_id ID NOT NULL,
    mentor_id ID NOT NULL,
    mentee_id ID NOT NULL,
    banned_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, mentor_id, mentee_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id)
);

-- Who has, or had, whom as a partner. Written by the room above when a pairing opens or ends; `last_on` empty while
-- it holds a place of both. The day of an ending is private and is read by nothing but the engine.
CREATE TABLE partners (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    programme_id ID NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);
CREATE INDEX partners_by_programme ON partners (organisation_id, programme_id);

CREATE TABLE partner_people (
    organisation_id ID NOT NULL,
    partner_id ID NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    person_id ID NOT NULL,
    PRIMARY KEY (organisation_id, partner_id, side),
    FOREIGN KEY (organisation_id, partner_id) REFERENCES partners (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);
CREATE INDEX partner_people_by_person ON partner_people (organisation_id, person_id, partner_id);
