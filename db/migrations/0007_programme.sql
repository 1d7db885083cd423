-- The programme, what it is for, who stands for it, and who takes part on which side.

-- Everything may be missing in draft; what the first invitation needs is a rule (programme.hpp), not a constraint.
-- `planned_pairs` turns the light defaults on and off (rules 9). Levels: the higher number stands higher in the house;
-- the gap is mentee minus mentor. `lottery_seed` and `waiting_is_comparison` are chosen once, before the draw.
CREATE TABLE programmes (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'enrolling', 'matching', 'running', 'reviewing', 'closed')),
    direction TEXT NOT NULL CHECK (direction IN ('reverse', 'reciprocal', 'traditional', 'peer')),
    language TEXT NOT NULL,
    purpose TEXT,
    results_use TEXT,
    enrolment_closes_on TEXT,
    starts_on TEXT,
    ends_on TEXT,
    planned_pairs INTEGER NOT NULL CHECK (planned_pairs BETWEEN 1 AND 50000),
    suggestions_each INTEGER NOT NULL CHECK (suggestions_each BETWEEN 1 AND 3),
    rounds INTEGER NOT NULL CHECK (rounds BETWEEN 1 AND 6),
    round_days INTEGER NOT NULL CHECK (round_days BETWEEN 7 AND 60),
    closing_working_days INTEGER NOT NULL CHECK (closing_working_days BETWEEN 2 AND 20),
    mentor_capacity INTEGER NOT NULL CHECK (mentor_capacity BETWEEN 1 AND 5),
    mentee_capacity INTEGER NOT NULL CHECK (mentee_capacity BETWEEN 1 AND 5),
    total_capacity INTEGER NOT NULL CHECK (total_capacity BETWEEN 1 AND 10),
    level_gap_least INTEGER,
    level_gap_most INTEGER,
    department_rule TEXT NOT NULL CHECK (department_rule IN ('any', 'different')),
    site_rule TEXT NOT NULL CHECK (site_rule IN ('any', 'different', 'same')),
    uses_career_stage BOOLEAN NOT NULL,
    waiting_order TEXT NOT NULL CHECK (waiting_order IN ('first_come', 'by_need', 'lottery')),
    waiting_is_comparison BOOLEAN NOT NULL,
    lottery_seed BIGINT,
    cadence TEXT NOT NULL
        CHECK (cadence IN ('weekly', 'fortnightly', 'every_three_weeks', 'monthly', 'every_two_months')),
    channel TEXT NOT NULL CHECK (channel IN ('in_person', 'video', 'call', 'chat')),
    notice_days INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 14),
    booking_side TEXT NOT NULL CHECK (booking_side IN ('mentor', 'mentee')),
    leading_side TEXT NOT NULL CHECK (leading_side IN ('mentor', 'mentee')),
    created_at BIGINT NOT NULL,
    created_by ID,
    enrolling_at BIGINT,
    closed_at BIGINT,
    version BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

CREATE INDEX programmes_by_name ON programmes (organisation_id, name, id);

-- A programme's own words in one language. Role words are labels (rules G2): singular, plural and a neutral form, all
-- three or none; empty means that screens speak of *you* and *your partner* alone.
CREATE TABLE programme_words (
    organisation_id ID NOT NULL,
    programme_id ID NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT,
    mentor_singular TEXT,
    mentor_plural TEXT,
    mentor_neutral TEXT,
    mentee_singular TEXT,
    mentee_plural TEXT,
    mentee_neutral TEXT,
    PRIMARY KEY (organisation_id, programme_id, language),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

-- `aim` names one of content/aims, `instruments` those of its instruments that are asked, comma-separated, in order.
CREATE TABLE programme_aims (
    organisation_id ID NOT NULL,
    programme_id ID NOT NULL,
    position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
    aim TEXT NOT NULL,
    instruments TEXT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, position),
    CONSTRAINT programme_aims_once UNIQUE (organisation_id, programme_id, aim),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

-- Who may take part on a side. Values of one field are alternatives, fields add up; no row of a field: everybody.
CREATE TABLE eligibilities (
    organisation_id ID NOT NULL,
    programme_id ID NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    field TEXT NOT NULL CHECK (field IN ('level', 'department', 'site')),
    value TEXT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, side, field, value),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

-- People counted out as a common manager (rules 1 iv) whom the coordinator opened to those far enough below.
CREATE TABLE opened_tops (
    organisation_id ID NOT NULL,
    programme_id ID NOT NULL,
    person_id ID NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, person_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- The executive who stands for it: a colleague, or a name with an address from outside. Shown to nobody but the
-- coordinator before `accepted_at`. The link is computed from `link_nonce` (engineering.md 6).
CREATE TABLE sponsors (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    programme_id ID NOT NULL,
    person_id ID,
    name TEXT NOT NULL,
    email TEXT,
    takes_part TEXT NOT NULL CHECK (takes_part IN ('in_person', 'by_delegate')),
    delegate_name TEXT,
    answers_within_days INTEGER NOT NULL CHECK (answers_within_days BETWEEN 1 AND 90),
    link_nonce ID NOT NULL,
    link_expires_at BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    accepted_at BIGINT,
    version BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT sponsors_one UNIQUE (organisation_id, programme_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- The programme link: one an open programme, limited to whoever knows the code or has an address of the domain.
-- A new nonce makes the old link void.
CREATE TABLE open_calls (
    organisation_id ID NOT NULL,
    programme_id ID NOT NULL,
    limited_by TEXT NOT NULL CHECK (limited_by IN ('code', 'mail_domain')),
    code TEXT,
    mail_domain TEXT,
    link_nonce ID NOT NULL,
    closes_on TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    CHECK ((limited_by = 'code' AND code IS NOT NULL) OR (limited_by = 'mail_domain' AND mail_domain IS NOT NULL))
);

-- Somebody who came by the programme link and waits for the coordinator's yes. Deleted when answered either way.
CREATE TABLE join_requests (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    programme_id ID NOT NULL,
    person_id ID,
    name TEXT NOT NULL,
    email TEXT,
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX join_requests_by_time ON join_requests (organisation_id, programme_id, asked_at, id);

-- One person on one side. `weekly_slots`: 336 bits (42 octets), one a half hour of the person's own week, Monday 00:00
-- first, high bit first; empty while no times are known. `languages` and `helps` are comma-separated, in order.
-- `sealed_need_check` is read by its owner and by the order *by need*. Withdrawing is private: nothing here is finer
-- than the day.
CREATE TABLE enrolments (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    programme_id ID NOT NULL,
    person_id ID NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('mentor', 'mentee')),
    state TEXT NOT NULL CHECK (state IN ('joined', 'waiting', 'paused', 'withdrawn')),
    joined_on TEXT NOT NULL,
    capacity INTEGER NOT NULL CHECK (capacity BETWEEN 1 AND 5),
    capacity_reason TEXT,
    motivation TEXT,
    shows_motivation BOOLEAN NOT NULL,
    sealed_need_check BYTES,
    agenda_style TEXT NOT NULL CHECK (agenda_style IN ('written_agenda', 'open_talk', 'no_matter')),
    talking_style TEXT NOT NULL CHECK (talking_style IN ('speak_first', 'listen_first', 'no_matter')),
    thinking_style TEXT NOT NULL CHECK (thinking_style IN ('think_aloud', 'prepare_alone', 'no_matter')),
    rhythm_style TEXT NOT NULL CHECK (rhythm_style IN ('short_and_often', 'long_and_seldom', 'no_matter')),
    learning_style TEXT NOT NULL CHECK (learning_style IN ('by_rule', 'by_trying', 'no_matter')),
    remarks_style TEXT NOT NULL CHECK (remarks_style IN ('plain', 'gentle', 'no_matter')),
    career_stage TEXT CHECK (career_stage IN ('early', 'middle', 'late', 'back_after_a_break', 'changed_career')),
    weekly_slots BYTES NOT NULL,
    languages TEXT NOT NULL,
    helps TEXT NOT NULL,
    helps_words TEXT,
    shows_helps BOOLEAN NOT NULL,
    shows_will_not_discuss BOOLEAN NOT NULL,
    charter_read_version INTEGER,
    waiting_since_at BIGINT,
    waiting_status TEXT CHECK (waiting_status IN ('next_round', 'no_place_yet', 'nobody_fits_yet', 'next_programme')),
    waiting_status_on TEXT,
    lottery_place INTEGER,
    version BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT enrolments_one_a_side UNIQUE (organisation_id, programme_id, person_id, side),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX enrolments_by_person ON enrolments (organisation_id, person_id, programme_id);

-- *Not with this person*: private, for all programmes of both, without a time, a reason or a programme.
CREATE TABLE exclusions (
    organisation_id ID NOT NULL,
    person_id ID NOT NULL,
    excluded_id ID NOT NULL,
    PRIMARY KEY (organisation_id, person_id, excluded_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, excluded_id) REFERENCES people (organisation_id, id),
    CHECK (person_id <> excluded_id)
);
