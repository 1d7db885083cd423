-- Written by bin/db dump from the migrations; read it in review, never edit it.

CREATE TABLE absences (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((from_on <= until_on))
);
-- index (organisation_id, person_id, from_on)

CREATE TABLE acquaintance_messages (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    acquaintance_id UUID NOT NULL,
    position BIGINT NOT NULL,
    side TEXT NOT NULL,
    sealed_text BYTEA NOT NULL,
    shown_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, acquaintance_id) REFERENCES acquaintances (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, acquaintance_id, position),
    CHECK (("position" >= 1)),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);

CREATE TABLE acquaintance_people (
    organisation_id UUID NOT NULL,
    acquaintance_id UUID NOT NULL,
    side TEXT NOT NULL,
    person_hash BYTEA NOT NULL,
    sealed_person_id BYTEA NOT NULL,
    sealed_card BYTEA NOT NULL,
    answer TEXT,
    opens_name BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, acquaintance_id) REFERENCES acquaintances (organisation_id, id),
    PRIMARY KEY (organisation_id, acquaintance_id, side),
    CHECK ((answer = ANY (ARRAY['happy_to_meet'::text, 'rather_not'::text]))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, person_hash)

CREATE TABLE acquaintances (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    anonymous_round_id UUID NOT NULL,
    state TEXT NOT NULL,
    FOREIGN KEY (organisation_id, anonymous_round_id) REFERENCES anonymous_rounds (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((state = ANY (ARRAY['suggested'::text, 'talking'::text, 'opened'::text, 'over'::text])))
);
-- index (organisation_id, anonymous_round_id)

CREATE TABLE agenda_items (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    meeting_id UUID NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    lane TEXT NOT NULL,
    sealed_text BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, position),
    CHECK (("position" >= 1)),
    CHECK ((lane = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((version >= 1))
);

CREATE TABLE agreement_outcomes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    side TEXT NOT NULL,
    position INTEGER NOT NULL,
    sealed_text BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES agreements (organisation_id, pairing_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, side, position),
    CHECK ((("position" >= 1) AND ("position" <= 2))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);

CREATE TABLE agreements (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    version INTEGER NOT NULL,
    cadence TEXT NOT NULL,
    channel TEXT NOT NULL,
    notice_days INTEGER NOT NULL,
    booking_side TEXT NOT NULL,
    leading_side TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id),
    CHECK (((notice_days >= 0) AND (notice_days <= 14))),
    CHECK ((booking_side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((cadence = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'every_three_weeks'::text, 'monthly'::text, 'every_two_months'::text]))),
    CHECK ((channel = ANY (ARRAY['in_person'::text, 'video'::text, 'call'::text, 'chat'::text]))),
    CHECK ((leading_side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((version >= 1))
);

CREATE TABLE announcement_texts (
    organisation_id UUID NOT NULL,
    announcement_id UUID NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    FOREIGN KEY (organisation_id, announcement_id) REFERENCES announcements (organisation_id, id),
    PRIMARY KEY (organisation_id, announcement_id, language)
);

CREATE TABLE announcements (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    audience TEXT NOT NULL,
    people INTEGER NOT NULL,
    sent_by UUID NOT NULL,
    sent_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, sent_by) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((audience = ANY (ARRAY['everyone'::text, 'mentors'::text, 'mentees'::text, 'not_joined'::text])))
);
-- index (organisation_id, programme_id, sent_at)

CREATE TABLE anonymous_authors (
    organisation_id UUID NOT NULL,
    line_id UUID NOT NULL,
    sealed_person_id BYTEA NOT NULL,
    read_position BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id),
    PRIMARY KEY (organisation_id, line_id)
);

CREATE TABLE anonymous_lines (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    contact_id UUID,
    closed_on TEXT,
    FOREIGN KEY (organisation_id, contact_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id)

CREATE TABLE anonymous_rounds (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    number INTEGER NOT NULL,
    suggestions INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    last_on TEXT NOT NULL,
    state TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, number),
    CHECK ((state = ANY (ARRAY['suggested'::text, 'talking'::text, 'over'::text])))
);
-- index UNIQUE (organisation_id, programme_id) partial

CREATE TABLE attachments (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    message_id UUID,
    kind TEXT NOT NULL,
    octets BIGINT NOT NULL,
    width INTEGER,
    height INTEGER,
    sealed_name BYTEA NOT NULL,
    sealed_content BYTEA NOT NULL,
    uploaded_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, message_id) REFERENCES messages (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((kind = ANY (ARRAY['png'::text, 'jpeg'::text, 'pdf'::text, 'plain_text'::text]))),
    CHECK ((octets >= 0))
);
-- index (organisation_id, message_id)
-- index (uploaded_at) partial

CREATE TABLE attendances (
    organisation_id UUID NOT NULL,
    meeting_id UUID NOT NULL,
    side TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    answer TEXT NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, meeting_id, side),
    CHECK ((answer = ANY (ARRAY['accepted'::text, 'tentative'::text, 'declined'::text]))),
    CHECK ((sequence >= 0)),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);

CREATE TABLE ballot_box (
    organisation_id UUID NOT NULL,
    question_set_id UUID NOT NULL,
    token_digest BYTEA NOT NULL,
    mark BYTEA NOT NULL,
    locked_answers BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    PRIMARY KEY (organisation_id, question_set_id, token_digest)
);

CREATE TABLE ballot_issues (
    organisation_id UUID NOT NULL,
    question_set_id UUID NOT NULL,
    person_id UUID NOT NULL,
    blinded_digest BYTEA,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    PRIMARY KEY (organisation_id, question_set_id, person_id)
);

CREATE TABLE ballots (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    question_set_id UUID NOT NULL,
    sealed_answers BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, question_set_id)

CREATE TABLE bans (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    mentor_id UUID NOT NULL,
    mentee_id UUID NOT NULL,
    banned_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, mentor_id, mentee_id)
);

CREATE TABLE board_publications (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    published_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id)
);

CREATE TABLE calendar_feeds (
    organisation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    nonce UUID NOT NULL,
    sign_in_epoch BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE can_do_marks (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    sealed_content BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id)
);

CREATE TABLE chains (
    organisation_id UUID NOT NULL,
    position BIGINT NOT NULL,
    link BYTEA NOT NULL,
    private_until_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id)
);

CREATE TABLE circle_dates (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    circle_id UUID NOT NULL,
    version INTEGER NOT NULL,
    starts_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    cancelled_at BIGINT,
    FOREIGN KEY (organisation_id, circle_id) REFERENCES circles (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK (((minutes >= 15) AND (minutes <= 180))),
    CHECK ((version >= 1))
);
-- index (organisation_id, circle_id, starts_at)

CREATE TABLE circle_departures (
    organisation_id UUID NOT NULL,
    circle_id UUID NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, circle_id, person_id) REFERENCES circle_members (organisation_id, circle_id, person_id),
    PRIMARY KEY (organisation_id, circle_id, person_id)
);

CREATE TABLE circle_members (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    circle_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, circle_id, programme_id) REFERENCES circles (organisation_id, id, programme_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id),
    UNIQUE (organisation_id, circle_id, person_id)
);

CREATE TABLE circle_tellings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    circle_date_id UUID NOT NULL,
    version INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, circle_date_id) REFERENCES circle_dates (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, circle_date_id, version)
);

CREATE TABLE circles (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    number INTEGER NOT NULL,
    layout TEXT NOT NULL,
    formed_on TEXT NOT NULL,
    told_finding TEXT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, id, programme_id),
    UNIQUE (organisation_id, programme_id, number),
    CHECK ((layout = ANY (ARRAY['one_for_all'::text, 'small_groups'::text]))),
    CHECK ((number >= 1))
);

CREATE TABLE closing_targets (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    due_on TEXT NOT NULL,
    who TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES closings (organisation_id, programme_id),
    PRIMARY KEY (organisation_id, programme_id, position),
    CHECK ((("position" >= 1) AND ("position" <= 3)))
);

CREATE TABLE closings (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    announcement_id UUID NOT NULL,
    closes_on TEXT NOT NULL,
    announced_at BIGINT NOT NULL,
    thanks TEXT NOT NULL,
    review_id UUID,
    agreed_at BIGINT,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, announcement_id),
    UNIQUE (organisation_id, review_id)
);

CREATE TABLE closures (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    closed_on TEXT NOT NULL,
    released_on TEXT,
    kind TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id),
    CHECK ((kind = ANY (ARRAY['goal_reached'::text, 'completed'::text, 'ended'::text, 'circumstances'::text])))
);
-- index (closed_on) partial

CREATE TABLE concern_messages (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    concern_id UUID NOT NULL,
    position BIGINT NOT NULL,
    is_contacts BOOLEAN NOT NULL,
    sealed_text BYTEA NOT NULL,
    written_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, concern_id, position),
    CHECK (("position" >= 1))
);

CREATE TABLE concern_readers (
    organisation_id UUID NOT NULL,
    concern_id UUID NOT NULL,
    is_contact BOOLEAN NOT NULL,
    read_position BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id),
    PRIMARY KEY (organisation_id, concern_id, is_contact)
);

CREATE TABLE concerns (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    contact_id UUID NOT NULL,
    wish TEXT NOT NULL,
    raised_on TEXT NOT NULL,
    closed_on TEXT,
    last_on TEXT NOT NULL,
    kept_months INTEGER NOT NULL,
    sealed_note BYTEA,
    sealed_excerpt BYTEA,
    sealed_acquaintance BYTEA,
    FOREIGN KEY (organisation_id, contact_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK (((kept_months >= 1) AND (kept_months <= 24))),
    CHECK ((wish = ANY (ARRAY['advice_only'::text, 'act'::text])))
);
-- index (organisation_id, contact_id, raised_on)
-- index (organisation_id, person_id)

CREATE TABLE conflict_people (
    organisation_id UUID NOT NULL,
    conflict_id UUID NOT NULL,
    place INTEGER NOT NULL,
    person_id UUID NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    external_id TEXT,
    FOREIGN KEY (organisation_id, conflict_id) REFERENCES conflicts (organisation_id, id),
    PRIMARY KEY (organisation_id, conflict_id, place),
    UNIQUE (organisation_id, conflict_id, person_id),
    CHECK ((place = ANY (ARRAY[1, 2])))
);
-- index (organisation_id, person_id)
-- index (organisation_id, place, name_folded, conflict_id)

CREATE TABLE conflicts (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    entered_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, entered_on, id)

CREATE TABLE contact_links (
    organisation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    nonce UUID NOT NULL,
    made_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE contact_rooms (
    organisation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    away_until_on TEXT,
    kept_months INTEGER NOT NULL,
    told_through_on TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id),
    CHECK (((kept_months >= 1) AND (kept_months <= 24)))
);

CREATE TABLE continuations (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    onward TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id),
    CHECK ((onward = ANY (ARRAY['informally'::text, 'swap'::text, 'new_partner'::text, 'stop'::text])))
);

CREATE TABLE coolings (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    side TEXT NOT NULL,
    until_on TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id, side),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);

CREATE TABLE decision_drafts (
    organisation_id UUID NOT NULL,
    question_id UUID NOT NULL,
    version BIGINT NOT NULL,
    sealed_words BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    PRIMARY KEY (organisation_id, question_id)
);

CREATE TABLE decision_reminders (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    question_id UUID NOT NULL,
    decide_by TEXT NOT NULL,
    days_before INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, decide_by, days_before),
    CHECK ((days_before = ANY (ARRAY[2, 7])))
);

CREATE TABLE decisions (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    question_id UUID NOT NULL,
    position INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    sealed_words BYTEA NOT NULL,
    decided_on TEXT NOT NULL,
    until_on TEXT,
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, position),
    CHECK ((("position" >= 1) AND ("position" <= 4))),
    CHECK ((outcome = ANY (ARRAY['adopted'::text, 'adapted'::text, 'declined'::text, 'deferred'::text])))
);

CREATE TABLE delegations (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    principal_id UUID NOT NULL,
    assistant_id UUID NOT NULL,
    since_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, assistant_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, principal_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, principal_id, assistant_id),
    CHECK ((principal_id <> assistant_id))
);
-- index (organisation_id, assistant_id)

CREATE TABLE drafters (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    sponsor_id UUID NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, sponsor_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, sponsor_id)
);

CREATE TABLE eligibilities (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    side TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, side, field, value),
    CHECK ((field = ANY (ARRAY['level'::text, 'department'::text, 'site'::text]))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);

CREATE TABLE end_reminders (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    id UUID NOT NULL,
    ends_on TEXT NOT NULL,
    reminded_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, id)
);

CREATE TABLE enrolments (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    side TEXT NOT NULL,
    state TEXT NOT NULL,
    joined_on TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    capacity_reason TEXT,
    motivation TEXT,
    shows_motivation BOOLEAN NOT NULL,
    sealed_need_check BYTEA,
    agenda_style TEXT NOT NULL,
    talking_style TEXT NOT NULL,
    thinking_style TEXT NOT NULL,
    rhythm_style TEXT NOT NULL,
    learning_style TEXT NOT NULL,
    remarks_style TEXT NOT NULL,
    career_stage TEXT,
    weekly_slots BYTEA NOT NULL,
    languages TEXT NOT NULL,
    helps TEXT NOT NULL,
    helps_words TEXT,
    shows_helps BOOLEAN NOT NULL,
    shows_will_not_discuss BOOLEAN NOT NULL,
    charter_read_version INTEGER,
    waiting_since_at BIGINT,
    waiting_status TEXT,
    waiting_status_on TEXT,
    lottery_place INTEGER,
    version BIGINT NOT NULL,
    left_on TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, person_id, side),
    CHECK (((capacity >= 1) AND (capacity <= 5))),
    CHECK ((agenda_style = ANY (ARRAY['written_agenda'::text, 'open_talk'::text, 'no_matter'::text]))),
    CHECK ((career_stage = ANY (ARRAY['early'::text, 'middle'::text, 'late'::text, 'back_after_a_break'::text, 'changed_career'::text]))),
    CHECK ((learning_style = ANY (ARRAY['by_rule'::text, 'by_trying'::text, 'no_matter'::text]))),
    CHECK ((remarks_style = ANY (ARRAY['plain'::text, 'gentle'::text, 'no_matter'::text]))),
    CHECK ((rhythm_style = ANY (ARRAY['short_and_often'::text, 'long_and_seldom'::text, 'no_matter'::text]))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((state = ANY (ARRAY['joined'::text, 'waiting'::text, 'paused'::text, 'withdrawn'::text]))),
    CHECK ((talking_style = ANY (ARRAY['speak_first'::text, 'listen_first'::text, 'no_matter'::text]))),
    CHECK ((thinking_style = ANY (ARRAY['think_aloud'::text, 'prepare_alone'::text, 'no_matter'::text]))),
    CHECK ((waiting_status = ANY (ARRAY['next_round'::text, 'no_place_yet'::text, 'nobody_fits_yet'::text, 'next_programme'::text])))
);
-- index (organisation_id, person_id, programme_id)

CREATE TABLE events (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    happened_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject_id UUID,
    actor_id UUID,
    facts TEXT,
    salt BYTEA,
    position BIGINT,
    digest BYTEA,
    link BYTEA,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (happened_at) partial
-- index (organisation_id, kind, position) partial
-- index UNIQUE (organisation_id, position) partial

CREATE TABLE exclusions (
    organisation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    excluded_id UUID NOT NULL,
    excluded_name TEXT NOT NULL,
    excluded_name_folded TEXT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id, excluded_id),
    CHECK ((person_id <> excluded_id))
);

CREATE TABLE exploratory_answers (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id),
    CHECK ((answer = ANY (ARRAY['go_on'::text, 'not_this_time'::text])))
);

CREATE TABLE exploratory_meetings (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    version INTEGER NOT NULL,
    starts_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    mode TEXT NOT NULL,
    place TEXT NOT NULL,
    is_called_off BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id),
    CHECK ((mode = ANY (ARRAY['in_person'::text, 'video'::text, 'call'::text])))
);

CREATE TABLE exploratory_tellings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    told_of INTEGER NOT NULL,
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    nonce UUID,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, kind, told_of, side),
    CHECK ((kind = ANY (ARRAY['date_set'::text, 'date_called_off'::text]))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);

CREATE TABLE feedback (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    author_id UUID NOT NULL,
    written_on TEXT NOT NULL,
    looks_again_at INTEGER,
    sealed_content BYTEA NOT NULL,
    sealed_author_look BYTEA,
    sealed_receiver_look BYTEA,
    FOREIGN KEY (organisation_id, pairing_id, author_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((looks_again_at >= 0))
);
-- index (organisation_id, looks_again_at) partial
-- index (organisation_id, pairing_id)

CREATE TABLE front_line_notes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    week_on TEXT NOT NULL,
    audience TEXT NOT NULL,
    sealed_note BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((audience = ANY (ARRAY['coordinator'::text, 'sponsor'::text])))
);
-- index (organisation_id, programme_id, week_on)

CREATE TABLE front_line_themes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    sealed_words BYTEA NOT NULL,
    is_looked_at BOOLEAN NOT NULL,
    shown_on TEXT,
    sealed_answer BYTEA,
    answered_on TEXT,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE goals (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    side TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    sealed_content BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, side, position),
    CHECK ((("position" >= 1) AND ("position" <= 3))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((version >= 1))
);

CREATE TABLE group_meeting_tellings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    group_meeting_id UUID NOT NULL,
    version INTEGER NOT NULL,
    told_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, group_meeting_id) REFERENCES group_meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, group_meeting_id, version)
);

CREATE TABLE group_meetings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    asked TEXT NOT NULL,
    by_sponsor BOOLEAN NOT NULL,
    version INTEGER NOT NULL,
    starts_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    cancelled_at BIGINT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK (((minutes >= 15) AND (minutes <= 480))),
    CHECK ((asked = ANY (ARRAY['everyone'::text, 'mentors'::text, 'mentees'::text]))),
    CHECK ((kind = ANY (ARRAY['kick_off'::text, 'closing'::text, 'other'::text]))),
    CHECK ((version >= 1))
);
-- index (organisation_id, programme_id, starts_at)

CREATE TABLE help_wishes (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    asked_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id)
);

CREATE TABLE holidays (
    organisation_id UUID NOT NULL,
    site TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, site, day)
);

CREATE TABLE idempotency_keys (
    organisation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    key TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, person_id, key)
);
-- index (kept_at)

CREATE TABLE import_mappings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    header_digest BYTEA NOT NULL,
    mapping TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, header_digest)
);

CREATE TABLE installation_facts (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
);

CREATE TABLE introduction_answers (
    organisation_id UUID NOT NULL,
    introduction_id UUID NOT NULL,
    person_id UUID NOT NULL,
    answer TEXT NOT NULL,
    FOREIGN KEY (organisation_id, introduction_id) REFERENCES introductions (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, introduction_id, person_id),
    CHECK ((answer = ANY (ARRAY['yes'::text, 'not_now'::text])))
);

CREATE TABLE introductions (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    introducer_id UUID NOT NULL,
    colleague_id UUID NOT NULL,
    asked_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    made_on TEXT,
    sealed_why BYTEA,
    FOREIGN KEY (organisation_id, colleague_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, introducer_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, closes_on)
-- index (organisation_id, colleague_id)
-- index (organisation_id, pairing_id)

CREATE TABLE invitation_answers (
    organisation_id UUID NOT NULL,
    invitation_id UUID NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, invitation_id) REFERENCES invitations (organisation_id, id),
    PRIMARY KEY (organisation_id, invitation_id),
    CHECK ((answer = ANY (ARRAY['not_now'::text, 'no_dont_ask'::text])))
);

CREATE TABLE invitations (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    side TEXT NOT NULL,
    invited_at BIGINT NOT NULL,
    written_again INTEGER NOT NULL,
    last_written_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, person_id, side),
    CHECK (((written_again >= 0) AND (written_again <= 2))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, person_id)

CREATE TABLE jobs (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    unique_key TEXT,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    queued_at BIGINT NOT NULL,
    finished_at BIGINT,
    attempts INTEGER NOT NULL,
    fence BIGINT NOT NULL,
    leased_until BIGINT,
    progress_state TEXT,
    progress_done BIGINT,
    progress_total BIGINT,
    is_cancel_asked BOOLEAN NOT NULL,
    dead_reason TEXT,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'dead'::text, 'cancelled'::text])))
);
-- index (leased_until) partial
-- index (organisation_id, kind, unique_key, queued_at)
-- index (run_at, id) partial
-- index UNIQUE (organisation_id, kind, unique_key) partial

CREATE TABLE join_requests (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID,
    name TEXT NOT NULL,
    email TEXT,
    side TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, programme_id, asked_at, id)

CREATE TABLE ladders (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    step TEXT NOT NULL,
    sign TEXT NOT NULL,
    amount INTEGER NOT NULL,
    side TEXT NOT NULL,
    stepped_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((sign = ANY (ARRAY['not_booked'::text, 'not_met'::text, 'gap'::text, 'changed'::text, 'no_next_date'::text, 'unanswered'::text]))),
    CHECK ((step = ANY (ARRAY['one'::text, 'both'::text, 'word'::text])))
);

CREATE TABLE legal_bases (
    organisation_id UUID NOT NULL,
    purpose TEXT NOT NULL,
    basis TEXT NOT NULL,
    version BIGINT NOT NULL,
    written_on TEXT NOT NULL,
    PRIMARY KEY (organisation_id, purpose)
);

CREATE TABLE level_names (
    organisation_id UUID NOT NULL,
    level INTEGER NOT NULL,
    name TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, level)
);

CREATE TABLE line_checks (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    found_on TEXT NOT NULL,
    mentor_goes_on BOOLEAN NOT NULL,
    mentee_goes_on BOOLEAN NOT NULL,
    coordinator_goes_on BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id)
);

CREATE TABLE line_messages (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    line_id UUID NOT NULL,
    position BIGINT NOT NULL,
    answered_by UUID,
    sealed_text BYTEA NOT NULL,
    shown_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, answered_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, line_id, position),
    CHECK (("position" >= 1))
);
-- index (organisation_id, shown_at)

CREATE TABLE line_readers (
    organisation_id UUID NOT NULL,
    line_id UUID NOT NULL,
    person_id UUID NOT NULL,
    read_until BIGINT NOT NULL,
    told_until BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, line_id, person_id)
);

CREATE TABLE locks (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    mentor_id UUID NOT NULL,
    mentee_id UUID NOT NULL,
    locked_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, mentor_id, mentee_id)
);

CREATE TABLE mails (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    kind TEXT NOT NULL,
    subject_id UUID,
    state TEXT NOT NULL,
    queued_at BIGINT NOT NULL,
    sent_at BIGINT,
    tries INTEGER NOT NULL,
    next_try_at BIGINT,
    trouble TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, person_id, kind, subject_id),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text])))
);
-- index (next_try_at, organisation_id, id) partial
-- index (organisation_id, queued_at, id)

CREATE TABLE match_run_leftovers (
    organisation_id UUID NOT NULL,
    match_run_id UUID NOT NULL,
    position INTEGER NOT NULL,
    person_id UUID NOT NULL,
    side TEXT NOT NULL,
    reason TEXT NOT NULL,
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, match_run_id, position),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, match_run_id, person_id)

CREATE TABLE match_run_pairs (
    organisation_id UUID NOT NULL,
    match_run_id UUID NOT NULL,
    position INTEGER NOT NULL,
    mentor_id UUID NOT NULL,
    mentee_id UUID NOT NULL,
    fit TEXT NOT NULL,
    is_locked BOOLEAN NOT NULL,
    is_filled_up BOOLEAN NOT NULL,
    reasons TEXT NOT NULL,
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, match_run_id, position),
    UNIQUE (organisation_id, match_run_id, mentor_id, mentee_id),
    CHECK ((fit = ANY (ARRAY['both_ways'::text, 'fits'::text, 'thin_for_mentor'::text, 'thin_for_mentee'::text])))
);

CREATE TABLE match_runs (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    number INTEGER NOT NULL,
    priority TEXT NOT NULL,
    seed BIGINT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    report TEXT,
    created_at BIGINT NOT NULL,
    created_by UUID,
    finished_at BIGINT,
    objective TEXT NOT NULL,
    state TEXT NOT NULL,
    scope TEXT NOT NULL,
    keeps_run_id UUID,
    keep_bonus INTEGER,
    most_moves INTEGER,
    trouble TEXT,
    least_moves INTEGER,
    fairness TEXT,
    prices TEXT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, number),
    CHECK (((keep_bonus >= 0) AND (keep_bonus <= 1000))),
    CHECK ((most_moves >= 0)),
    CHECK ((objective = ANY (ARRAY['best'::text, 'stable'::text, 'fair'::text, 'balanced'::text]))),
    CHECK ((priority = ANY (ARRAY['most_pairs'::text, 'most_benefit'::text]))),
    CHECK ((scope = ANY (ARRAY['everybody'::text, 'rest'::text]))),
    CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'draft'::text, 'sending'::text, 'published'::text, 'withdrawn'::text, 'cancelled'::text, 'failed'::text])))
);

CREATE TABLE meeting_changes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    meeting_id UUID NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((kind = ANY (ARRAY['moved'::text, 'cancelled'::text]))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, meeting_id, happened_at)

CREATE TABLE meeting_links (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    meeting_id UUID NOT NULL,
    told_of INTEGER NOT NULL,
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    nonce UUID NOT NULL,
    made_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, kind, told_of, side),
    CHECK ((kind = ANY (ARRAY['times_proposed'::text, 'date_set'::text, 'date_called_off'::text]))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);

CREATE TABLE meeting_times (
    organisation_id UUID NOT NULL,
    meeting_id UUID NOT NULL,
    position INTEGER NOT NULL,
    starts_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, meeting_id, position),
    CHECK ((("position" >= 1) AND ("position" <= 3)))
);

CREATE TABLE meetings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    version INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    minutes INTEGER NOT NULL,
    channel TEXT NOT NULL,
    place TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    proposed_by TEXT NOT NULL,
    starts_local TEXT,
    time_zone TEXT,
    starts_at BIGINT,
    held_at BIGINT,
    cancelled_at BIGINT,
    activity TEXT NOT NULL,
    series_id UUID,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK (((held_at IS NULL) OR (cancelled_at IS NULL))),
    CHECK (((held_at IS NULL) OR (starts_at IS NOT NULL))),
    CHECK (((minutes >= 15) AND (minutes <= 180))),
    CHECK ((activity = ANY (ARRAY['conversation'::text, 'shadowing'::text, 'visit'::text, 'floor_walk'::text, 'trying_out'::text]))),
    CHECK ((channel = ANY (ARRAY['in_person'::text, 'video'::text, 'call'::text, 'chat'::text]))),
    CHECK ((proposed_by = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((sequence >= 0)),
    CHECK ((version >= 1))
);
-- index (organisation_id, pairing_id, starts_at, id)
-- index (organisation_id, series_id)

CREATE TABLE messages (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    position BIGINT NOT NULL,
    person_id UUID NOT NULL,
    sealed_text BYTEA,
    written_at BIGINT NOT NULL,
    edited_at BIGINT,
    taken_back_at BIGINT,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, position),
    CHECK (("position" >= 1)),
    CHECK (((sealed_text IS NULL) = (taken_back_at IS NOT NULL)))
);
-- index (organisation_id, written_at)

CREATE TABLE modules_done (
    organisation_id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    module TEXT NOT NULL,
    done_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, enrolment_id, module)
);

CREATE TABLE mondays (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    week_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, week_on)
);

CREATE TABLE name_openings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    concern_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    asked_by UUID NOT NULL,
    asked_on TEXT NOT NULL,
    sealed_danger BYTEA NOT NULL,
    agreed_by UUID,
    agreed_on TEXT,
    FOREIGN KEY (organisation_id, agreed_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, asked_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, concern_id),
    CHECK (((agreed_by IS NULL) = (agreed_on IS NULL))),
    CHECK (((agreed_by IS NULL) OR (agreed_by <> asked_by)))
);

CREATE TABLE note_drafts (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    writer BYTEA NOT NULL,
    sealed_draft BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, writer, id),
    UNIQUE (organisation_id, id)
);

CREATE TABLE notices (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    kind TEXT NOT NULL,
    subject_id UUID,
    told_at BIGINT NOT NULL,
    read_at BIGINT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, person_id, kind, subject_id)
);
-- index (organisation_id, person_id, told_at, id)

CREATE TABLE nudge_stops (
    organisation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE nudges (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    step TEXT NOT NULL,
    sign TEXT,
    amount INTEGER NOT NULL,
    planned_at BIGINT NOT NULL,
    sent_at BIGINT,
    is_put_away BOOLEAN NOT NULL,
    nonce UUID,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    CHECK (((sign IS NULL) = (step = 'asked'::text))),
    CHECK ((sign = ANY (ARRAY['not_booked'::text, 'not_met'::text, 'gap'::text, 'changed'::text, 'no_next_date'::text, 'unanswered'::text]))),
    CHECK ((step = ANY (ARRAY['one'::text, 'both'::text, 'asked'::text])))
);
-- index (organisation_id, pairing_id, planned_at)
-- index (organisation_id, person_id, sent_at)
-- index (organisation_id, planned_at) partial

CREATE TABLE offers (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    topic TEXT NOT NULL,
    strength INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id, topic),
    CHECK (((strength >= 1) AND (strength <= 3)))
);

CREATE TABLE open_calls (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    limited_by TEXT NOT NULL,
    code TEXT,
    mail_domain TEXT,
    link_nonce UUID NOT NULL,
    closes_on TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    CHECK ((((limited_by = 'code'::text) AND (code IS NOT NULL)) OR ((limited_by = 'mail_domain'::text) AND (mail_domain IS NOT NULL)))),
    CHECK ((limited_by = ANY (ARRAY['code'::text, 'mail_domain'::text])))
);

CREATE TABLE opened_tops (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    opened_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id)
);

CREATE TABLE opening_letter_texts (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    version BIGINT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES opening_letters (organisation_id, programme_id),
    PRIMARY KEY (organisation_id, programme_id, version, language)
);

CREATE TABLE opening_letters (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    version BIGINT NOT NULL,
    request_id UUID,
    asked_of UUID,
    agreed_by UUID,
    agreed_at BIGINT,
    published_version BIGINT,
    published_by UUID,
    published_at BIGINT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, request_id),
    CHECK ((version >= 1))
);

CREATE TABLE organisations (
    organisation_id UUID NOT NULL,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    is_demo BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (organisation_id),
    UNIQUE (slug)
);

CREATE TABLE own_modules (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    title TEXT NOT NULL,
    module_text TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES preparation_plans (organisation_id, programme_id),
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE pairing_people (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    side TEXT NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id, side),
    UNIQUE (organisation_id, pairing_id, person_id),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, person_id, pairing_id)

CREATE TABLE pairings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    origin TEXT NOT NULL,
    suggestion_id UUID,
    meetings_before INTEGER NOT NULL,
    opened_at BIGINT NOT NULL,
    answers_close_at BIGINT NOT NULL,
    went_on_at BIGINT,
    set_aside_at BIGINT,
    started_at BIGINT,
    meetings_held INTEGER NOT NULL,
    last_date_at BIGINT,
    word_sign TEXT,
    word_amount INTEGER,
    forgotten_on TEXT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK (((meetings_before >= 0) AND (meetings_before <= 200))),
    CHECK (((started_at IS NULL) OR (set_aside_at IS NULL))),
    CHECK (((started_at IS NULL) OR (went_on_at IS NOT NULL))),
    CHECK ((meetings_held >= 0)),
    CHECK ((origin = ANY (ARRAY['run'::text, 'brought'::text])))
);
-- index (answers_close_at) partial
-- index (organisation_id, programme_id, opened_at, id)

CREATE TABLE panel_answers (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    question_id UUID NOT NULL,
    person_id UUID NOT NULL,
    sealed_text BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, question_id, person_id) REFERENCES question_people (organisation_id, question_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, person_id)
);

CREATE TABLE panel_members (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id)
);

CREATE TABLE partner_notes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    author_id UUID NOT NULL,
    reader_id UUID NOT NULL,
    sent_on TEXT NOT NULL,
    sealed_text BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, author_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, reader_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, reader_id)

CREATE TABLE partner_people (
    organisation_id UUID NOT NULL,
    partner_id UUID NOT NULL,
    side TEXT NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, partner_id) REFERENCES partners (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, partner_id, side),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, person_id, partner_id)

CREATE TABLE partners (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id)

CREATE TABLE password_links (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    purpose TEXT NOT NULL,
    nonce UUID NOT NULL,
    made_by UUID,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    voided_at BIGINT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((purpose = ANY (ARRAY['activation'::text, 'reset'::text])))
);
-- index (organisation_id, made_at, id)
-- index (organisation_id, person_id)
-- index UNIQUE (organisation_id, person_id) partial

CREATE TABLE passwords (
    organisation_id UUID NOT NULL,
    person_id UUID NOT NULL,
    hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE pauses (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    paused_on TEXT NOT NULL,
    resumed_on TEXT,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, pairing_id)

CREATE TABLE people (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    called_name TEXT,
    pronouns TEXT,
    email TEXT,
    sign_in_name TEXT,
    external_id TEXT,
    department TEXT,
    site TEXT,
    job_title TEXT,
    level INTEGER,
    time_zone TEXT NOT NULL,
    language TEXT NOT NULL,
    manager_id UUID,
    line_state TEXT NOT NULL,
    people_under INTEGER NOT NULL,
    outside_confirmed_at BIGINT,
    hired_on TEXT,
    left_on TEXT,
    is_active BOOLEAN NOT NULL,
    is_name_only BOOLEAN NOT NULL,
    invited_at BIGINT,
    sign_in_epoch BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    removable_at BIGINT,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    FOREIGN KEY (organisation_id, manager_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, email),
    UNIQUE (organisation_id, external_id),
    UNIQUE (organisation_id, sign_in_name),
    CHECK ((line_state = ANY (ARRAY['known'::text, 'broken'::text, 'confirmed_outside'::text])))
);
-- index (organisation_id, department, id)
-- index (organisation_id, expression, id)
-- index (organisation_id, expression, id)
-- index (organisation_id, manager_id)
-- index (organisation_id, name_folded, id)
-- index (organisation_id, people_under, id) partial
-- index (organisation_id, removable_at) partial
-- index (organisation_id, site, id)

CREATE TABLE people_import_problems (
    organisation_id UUID NOT NULL,
    import_id UUID NOT NULL,
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column_name TEXT,
    value TEXT,
    reason TEXT NOT NULL,
    is_repaired BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, import_id) REFERENCES people_imports (organisation_id, id),
    PRIMARY KEY (organisation_id, import_id, position)
);
-- index (organisation_id, import_id, expression, position)
-- index (organisation_id, import_id, reason, position)

CREATE TABLE people_import_rows (
    organisation_id UUID NOT NULL,
    import_id UUID NOT NULL,
    line INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    is_repaired BOOLEAN NOT NULL,
    person_id UUID,
    cells TEXT NOT NULL,
    cells_folded TEXT NOT NULL,
    FOREIGN KEY (organisation_id, import_id) REFERENCES people_imports (organisation_id, id),
    PRIMARY KEY (organisation_id, import_id, line),
    CHECK ((outcome = ANY (ARRAY['added'::text, 'changed'::text, 'unchanged'::text, 'refused'::text, 'name_only'::text, 'left_out'::text])))
);
-- index (organisation_id, import_id, outcome, line)

CREATE TABLE people_imports (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    mapping TEXT NOT NULL,
    report TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    repaired INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    done INTEGER NOT NULL,
    started_by UUID,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((source = ANY (ARRAY['file'::text, 'paste'::text, 'command_line'::text]))),
    CHECK ((state = ANY (ARRAY['staged'::text, 'applying'::text, 'applied'::text, 'cancelled'::text, 'expired'::text])))
);
-- index (organisation_id, started_at, id)
-- index (started_at) partial
-- index UNIQUE (organisation_id) partial

CREATE TABLE planned_modules (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    position INTEGER NOT NULL,
    module TEXT NOT NULL,
    reader TEXT NOT NULL,
    is_core BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES preparation_plans (organisation_id, programme_id),
    PRIMARY KEY (organisation_id, programme_id, position),
    UNIQUE (organisation_id, programme_id, module),
    CHECK (("position" >= 1)),
    CHECK ((reader = ANY (ARRAY['mentor'::text, 'mentee'::text, 'both'::text])))
);

CREATE TABLE preparation_plans (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    version INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    CHECK ((version >= 1))
);

CREATE TABLE preparation_qualities (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    raters INTEGER NOT NULL,
    tenths INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    CHECK (((tenths >= 10) AND (tenths <= 50))),
    CHECK ((raters >= 5))
);

CREATE TABLE preparation_ratings (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    sealed_rating BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id)
);

CREATE TABLE private_days (
    organisation_id UUID NOT NULL,
    acted_on TEXT NOT NULL,
    digest BYTEA NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, acted_on)
);

CREATE TABLE private_notes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    meeting_id UUID NOT NULL,
    side TEXT NOT NULL,
    version INTEGER NOT NULL,
    sealed_text BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, side),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((version >= 1))
);

CREATE TABLE private_topics (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    sealed_topic BYTEA NOT NULL,
    consented_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, enrolment_id)

CREATE TABLE programme_aims (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    position INTEGER NOT NULL,
    aim TEXT NOT NULL,
    instruments TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, position),
    UNIQUE (organisation_id, programme_id, aim),
    CHECK ((("position" >= 1) AND ("position" <= 3)))
);

CREATE TABLE programme_words (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    purpose TEXT,
    mentor_singular TEXT,
    mentor_plural TEXT,
    mentor_neutral TEXT,
    mentee_singular TEXT,
    mentee_plural TEXT,
    mentee_neutral TEXT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, language)
);

CREATE TABLE programmes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    direction TEXT NOT NULL,
    language TEXT NOT NULL,
    purpose TEXT,
    results_use TEXT,
    enrolment_closes_on TEXT,
    starts_on TEXT,
    ends_on TEXT,
    planned_pairs INTEGER NOT NULL,
    suggestions_each INTEGER NOT NULL,
    rounds INTEGER NOT NULL,
    round_days INTEGER NOT NULL,
    closing_working_days INTEGER NOT NULL,
    mentor_capacity INTEGER NOT NULL,
    mentee_capacity INTEGER NOT NULL,
    total_capacity INTEGER NOT NULL,
    level_gap_least INTEGER,
    level_gap_most INTEGER,
    department_rule TEXT NOT NULL,
    site_rule TEXT NOT NULL,
    uses_career_stage BOOLEAN NOT NULL,
    waiting_order TEXT NOT NULL,
    waiting_is_comparison BOOLEAN NOT NULL,
    lottery_seed BIGINT,
    cadence TEXT NOT NULL,
    channel TEXT NOT NULL,
    notice_days INTEGER NOT NULL,
    booking_side TEXT NOT NULL,
    leading_side TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by UUID,
    enrolling_at BIGINT,
    closed_at BIGINT,
    version BIGINT NOT NULL,
    publication_wait_minutes INTEGER NOT NULL,
    weights_topics INTEGER NOT NULL,
    weights_style INTEGER NOT NULL,
    weights_distance INTEGER NOT NULL,
    weights_times INTEGER NOT NULL,
    needs_common_time BOOLEAN NOT NULL,
    needs_common_language BOOLEAN NOT NULL,
    cooling_days INTEGER NOT NULL,
    anonymous_first BOOLEAN NOT NULL,
    apprentices_take_part BOOLEAN NOT NULL,
    names_shown BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id),
    CHECK (((closing_working_days >= 2) AND (closing_working_days <= 20))),
    CHECK (((cooling_days >= 0) AND (cooling_days <= 90))),
    CHECK (((mentee_capacity >= 1) AND (mentee_capacity <= 5))),
    CHECK (((mentor_capacity >= 1) AND (mentor_capacity <= 5))),
    CHECK (((notice_days >= 0) AND (notice_days <= 14))),
    CHECK (((planned_pairs >= 1) AND (planned_pairs <= 50000))),
    CHECK (((publication_wait_minutes >= 0) AND (publication_wait_minutes <= 10080))),
    CHECK (((round_days >= 7) AND (round_days <= 60))),
    CHECK (((rounds >= 1) AND (rounds <= 6))),
    CHECK (((suggestions_each >= 1) AND (suggestions_each <= 3))),
    CHECK (((total_capacity >= 1) AND (total_capacity <= 10))),
    CHECK (((weights_distance >= 0) AND (weights_distance <= 100))),
    CHECK (((weights_style >= 0) AND (weights_style <= 100))),
    CHECK (((weights_times >= 0) AND (weights_times <= 100))),
    CHECK (((weights_topics >= 0) AND (weights_topics <= 100))),
    CHECK ((booking_side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((cadence = ANY (ARRAY['weekly'::text, 'fortnightly'::text, 'every_three_weeks'::text, 'monthly'::text, 'every_two_months'::text]))),
    CHECK ((channel = ANY (ARRAY['in_person'::text, 'video'::text, 'call'::text, 'chat'::text]))),
    CHECK ((department_rule = ANY (ARRAY['any'::text, 'different'::text]))),
    CHECK ((direction = ANY (ARRAY['reverse'::text, 'reciprocal'::text, 'traditional'::text, 'peer'::text]))),
    CHECK ((leading_side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((site_rule = ANY (ARRAY['any'::text, 'different'::text, 'same'::text]))),
    CHECK ((state = ANY (ARRAY['draft'::text, 'enrolling'::text, 'matching'::text, 'running'::text, 'reviewing'::text, 'closed'::text]))),
    CHECK ((waiting_order = ANY (ARRAY['first_come'::text, 'by_need'::text, 'lottery'::text])))
);
-- index (organisation_id, name, id)

CREATE TABLE promises (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    meeting_id UUID NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    side TEXT NOT NULL,
    sealed_text BYTEA NOT NULL,
    due_on TEXT,
    is_done BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, position),
    CHECK (("position" >= 1)),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text]))),
    CHECK ((version >= 1))
);

CREATE TABLE protected_times (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    supervisor_id UUID,
    supervisor_name TEXT NOT NULL,
    hours_a_month INTEGER NOT NULL,
    until_on TEXT NOT NULL,
    link_nonce UUID NOT NULL,
    told_on TEXT,
    telling_id UUID,
    answer TEXT,
    except_months TEXT NOT NULL,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, supervisor_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, person_id),
    CHECK (((hours_a_month >= 1) AND (hours_a_month <= 40))),
    CHECK ((answer = ANY (ARRAY['yes'::text, 'yes_except'::text, 'talk'::text])))
);

CREATE TABLE publications (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    match_run_id UUID NOT NULL,
    state TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    started_by UUID,
    sends_at BIGINT NOT NULL,
    trouble TEXT,
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'undone'::text, 'not_sent'::text])))
);
-- index (organisation_id, match_run_id, started_at, id)
-- index UNIQUE (organisation_id, match_run_id) partial

CREATE TABLE question_people (
    organisation_id UUID NOT NULL,
    question_id UUID NOT NULL,
    person_id UUID NOT NULL,
    mark TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    PRIMARY KEY (organisation_id, question_id, person_id),
    CHECK ((mark = ANY (ARRAY['closed'::text, 'not_yet'::text])))
);
-- index (organisation_id, person_id)

CREATE TABLE question_sets (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    questions TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    public_key BYTEA,
    box_key BYTEA,
    key_id UUID,
    is_closed BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE questionnaire_answers (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    questionnaire_id UUID NOT NULL,
    respondent BYTEA NOT NULL,
    sealed_answers BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id),
    PRIMARY KEY (organisation_id, questionnaire_id, respondent),
    UNIQUE (organisation_id, id)
);

CREATE TABLE questionnaire_people (
    organisation_id UUID NOT NULL,
    questionnaire_id UUID NOT NULL,
    person_id UUID NOT NULL,
    side TEXT NOT NULL,
    is_told BOOLEAN NOT NULL,
    is_reminded BOOLEAN NOT NULL,
    arm TEXT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id),
    PRIMARY KEY (organisation_id, questionnaire_id, person_id),
    CHECK ((arm = ANY (ARRAY['takes_part'::text, 'waits'::text]))),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, person_id)

CREATE TABLE questionnaire_results (
    organisation_id UUID NOT NULL,
    questionnaire_id UUID NOT NULL,
    results TEXT NOT NULL,
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id),
    PRIMARY KEY (organisation_id, questionnaire_id)
);

CREATE TABLE questionnaires (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    moment TEXT NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_anonymous BOOLEAN NOT NULL,
    audience TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    reader_id UUID,
    opened_on TEXT,
    closes_on TEXT,
    question_set_id UUID,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    FOREIGN KEY (organisation_id, reader_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, moment, number),
    CHECK ((audience = ANY (ARRAY['everybody'::text, 'mentors'::text, 'mentees'::text]))),
    CHECK ((moment = ANY (ARRAY['start'::text, 'end'::text, 'echo'::text, 'own'::text]))),
    CHECK ((number >= 1)),
    CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
);

CREATE TABLE questions (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    standing TEXT NOT NULL,
    audience TEXT NOT NULL,
    sealed_words BYTEA NOT NULL,
    asked_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    promised_on TEXT NOT NULL,
    decide_by TEXT NOT NULL,
    deferrals INTEGER NOT NULL,
    closed_on TEXT,
    version BIGINT NOT NULL,
    question_set_id UUID,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK (((deferrals >= 0) AND (deferrals <= 3))),
    CHECK ((audience = ANY (ARRAY['partner'::text, 'panel'::text]))),
    CHECK ((standing = ANY (ARRAY['mentee'::text, 'sponsor'::text])))
);
-- index (organisation_id, person_id)
-- index (organisation_id, programme_id, audience, decide_by)

CREATE TABLE ready_sentences (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    sealed_ticks BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id)
);

CREATE TABLE released_words (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    week_on TEXT NOT NULL,
    published_on TEXT,
    sealed_shown BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE rematches (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    wish TEXT NOT NULL,
    sealed_note BYTEA,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id),
    CHECK ((wish = ANY (ARRAY['now'::text, 'later'::text, 'stop'::text])))
);

CREATE TABLE reporting_channels (
    organisation_id UUID NOT NULL,
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    link TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, country)
);

CREATE TABLE reporting_trees (
    organisation_id UUID NOT NULL,
    top_id UUID,
    headcount INTEGER NOT NULL,
    counted_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    FOREIGN KEY (organisation_id, top_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id)
);

CREATE TABLE respondent_keys (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    key_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id)
);

CREATE TABLE roles (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    role TEXT NOT NULL,
    programme_id UUID,
    granted_by UUID,
    granted_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((role = ANY (ARRAY['administrator'::text, 'coordinator'::text, 'sponsor'::text, 'analyst'::text, 'confidential_contact'::text, 'employee_representative'::text, 'conflicts'::text])))
);
-- index (organisation_id, programme_id, role)
-- index UNIQUE (organisation_id, person_id, role) partial
-- index UNIQUE (organisation_id, person_id, role, programme_id) partial

CREATE TABLE rounds (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    match_run_id UUID NOT NULL,
    number INTEGER NOT NULL,
    opened_at BIGINT NOT NULL,
    closes_on TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    closed_at BIGINT,
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, match_run_id)
);
-- index (closes_at) partial
-- index UNIQUE (organisation_id, programme_id) partial

CREATE TABLE schedule_runs (
    organisation_id UUID NOT NULL,
    name TEXT NOT NULL,
    last_slot_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, name)
);

CREATE TABLE sessions (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    person_id UUID NOT NULL,
    secret_digest BYTEA NOT NULL,
    sign_in_epoch BIGINT NOT NULL,
    browser TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, secret_digest)
);
-- index (organisation_id, person_id)
-- index (started_at)

CREATE TABLE setting_changes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    setting TEXT NOT NULL,
    kind TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by UUID,
    agreed_by UUID,
    FOREIGN KEY (organisation_id, agreed_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, changed_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((kind = ANY (ARRAY['changed'::text, 'locked'::text, 'unlocked'::text])))
);
-- index (organisation_id, programme_id, changed_at)

CREATE TABLE setting_locks (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    setting TEXT NOT NULL,
    locked_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, setting)
);

CREATE TABLE setting_proposals (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    kind TEXT NOT NULL,
    setting TEXT NOT NULL,
    before TEXT NOT NULL,
    wanted TEXT NOT NULL,
    reason TEXT,
    side TEXT NOT NULL,
    proposed_by UUID NOT NULL,
    proposed_at BIGINT NOT NULL,
    lapses_on TEXT NOT NULL,
    state TEXT NOT NULL,
    answered_by UUID,
    answered_at BIGINT,
    answer_reason TEXT,
    FOREIGN KEY (organisation_id, answered_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, proposed_by) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((kind = ANY (ARRAY['lock'::text, 'unlock'::text, 'change'::text]))),
    CHECK ((side = ANY (ARRAY['coordinator'::text, 'representative'::text]))),
    CHECK ((state = ANY (ARRAY['open'::text, 'agreed'::text, 'declined'::text, 'taken_back'::text, 'lapsed'::text])))
);
-- index (organisation_id, programme_id, proposed_at)
-- index UNIQUE (organisation_id, programme_id, setting) partial

CREATE TABLE shared_notes (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    meeting_id UUID NOT NULL,
    version INTEGER NOT NULL,
    sealed_text BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id),
    CHECK ((version >= 1))
);

CREATE TABLE sign_in_failures (
    organisation_id UUID NOT NULL,
    subject BYTEA NOT NULL,
    failures INTEGER NOT NULL,
    last_failed_at BIGINT NOT NULL,
    blocked_until_at BIGINT,
    PRIMARY KEY (organisation_id, subject)
);
-- index (last_failed_at)

CREATE TABLE sign_thresholds (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    version INTEGER NOT NULL,
    not_booked_amber INTEGER NOT NULL,
    not_booked_red INTEGER NOT NULL,
    not_met_amber INTEGER NOT NULL,
    not_met_red INTEGER NOT NULL,
    gap_amber INTEGER NOT NULL,
    gap_red INTEGER NOT NULL,
    changed_amber INTEGER NOT NULL,
    changed_red INTEGER NOT NULL,
    no_next_date_amber INTEGER NOT NULL,
    no_next_date_red INTEGER NOT NULL,
    unanswered_amber INTEGER NOT NULL,
    unanswered_red INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    CHECK ((version >= 1))
);

CREATE TABLE signatures (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    document TEXT NOT NULL,
    document_version INTEGER NOT NULL,
    signed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id, document, document_version),
    CHECK ((document = ANY (ARRAY['agreement'::text, 'charter'::text]))),
    CHECK ((document_version >= 1))
);

CREATE TABLE signed_agreements (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    version INTEGER NOT NULL,
    signed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id, version),
    CHECK ((version >= 1))
);

CREATE TABLE signs (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    amount INTEGER NOT NULL,
    since_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id, kind),
    CHECK ((kind = ANY (ARRAY['not_booked'::text, 'not_met'::text, 'gap'::text, 'changed'::text, 'no_next_date'::text, 'unanswered'::text]))),
    CHECK ((level = ANY (ARRAY['amber'::text, 'red'::text])))
);

CREATE TABLE skipped_prompts (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    sealed_prompts BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id)
);

CREATE TABLE sponsors (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID,
    name TEXT NOT NULL,
    email TEXT,
    takes_part TEXT NOT NULL,
    delegate_name TEXT,
    answers_within_days INTEGER NOT NULL,
    link_nonce UUID NOT NULL,
    link_expires_at BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    accepted_at BIGINT,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id),
    CHECK (((answers_within_days >= 1) AND (answers_within_days <= 90))),
    CHECK ((takes_part = ANY (ARRAY['in_person'::text, 'by_delegate'::text])))
);

CREATE TABLE suggestion_answers (
    organisation_id UUID NOT NULL,
    suggestion_id UUID NOT NULL,
    person_id UUID NOT NULL,
    answer TEXT NOT NULL,
    rank INTEGER,
    decides_nothing_confirmed BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, suggestion_id, person_id) REFERENCES suggestion_people (organisation_id, suggestion_id, person_id),
    PRIMARY KEY (organisation_id, suggestion_id, person_id),
    CHECK (((answer = 'rather_not'::text) OR decides_nothing_confirmed)),
    CHECK (((rank >= 1) AND (rank <= 3))),
    CHECK ((answer = ANY (ARRAY['happy_to_meet'::text, 'rather_not'::text])))
);

CREATE TABLE suggestion_people (
    organisation_id UUID NOT NULL,
    suggestion_id UUID NOT NULL,
    side TEXT NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, suggestion_id) REFERENCES suggestions (organisation_id, id),
    PRIMARY KEY (organisation_id, suggestion_id, side),
    UNIQUE (organisation_id, suggestion_id, person_id),
    CHECK ((side = ANY (ARRAY['mentor'::text, 'mentee'::text])))
);
-- index (organisation_id, person_id, suggestion_id)

CREATE TABLE suggestions (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    round_id UUID NOT NULL,
    origin TEXT NOT NULL,
    fit TEXT NOT NULL,
    mentor_benefit INTEGER NOT NULL,
    mentee_benefit INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    suggested_at BIGINT NOT NULL,
    joined_at BIGINT,
    FOREIGN KEY (organisation_id, round_id) REFERENCES rounds (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((fit = ANY (ARRAY['both_ways'::text, 'fits'::text, 'thin_for_mentor'::text, 'thin_for_mentee'::text]))),
    CHECK ((origin = ANY (ARRAY['run'::text, 'hand'::text])))
);
-- index (organisation_id, round_id)

CREATE TABLE survey_answers (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    survey_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    state TEXT NOT NULL,
    is_told BOOLEAN NOT NULL,
    sealed_answers BYTEA,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, survey_id) REFERENCES surveys (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, survey_id, person_id),
    CHECK ((state = ANY (ARRAY['open'::text, 'saved'::text, 'sent'::text, 'skipped'::text])))
);
-- index (organisation_id) partial
-- index (organisation_id, person_id)

CREATE TABLE survey_days (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    next_on TEXT,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id)
);

CREATE TABLE surveys (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, kind, number),
    CHECK ((kind = ANY (ARRAY['pulse'::text, 'midpoint'::text, 'end'::text]))),
    CHECK ((number >= 0))
);

CREATE TABLE targets (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    sealed_content BYTEA NOT NULL,
    sealed_echo BYTEA,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id)
);

CREATE TABLE teach_backs (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    version INTEGER NOT NULL,
    sealed_ticks BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    CHECK ((version >= 1))
);
-- index (organisation_id, pairing_id)

CREATE TABLE theme_notes (
    organisation_id UUID NOT NULL,
    note_id UUID NOT NULL,
    theme_id UUID NOT NULL,
    is_fixed BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, note_id) REFERENCES front_line_notes (organisation_id, id),
    FOREIGN KEY (organisation_id, theme_id) REFERENCES front_line_themes (organisation_id, id),
    PRIMARY KEY (organisation_id, note_id)
);
-- index (organisation_id, theme_id)

CREATE TABLE thread_blocks (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id)
);

CREATE TABLE thread_readers (
    organisation_id UUID NOT NULL,
    pairing_id UUID NOT NULL,
    person_id UUID NOT NULL,
    read_position BIGINT NOT NULL,
    told_position BIGINT NOT NULL,
    told_at BIGINT,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id)
);

CREATE TABLE waiting_consents (
    organisation_id UUID NOT NULL,
    programme_id UUID NOT NULL,
    person_id UUID NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id)
);

CREATE TABLE wants (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    topic TEXT NOT NULL,
    priority INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id, topic),
    CHECK (((priority >= 1) AND (priority <= 3)))
);

CREATE TABLE will_not_discuss (
    organisation_id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    subject TEXT NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, enrolment_id, subject)
);

CREATE TABLE words (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    programme_id UUID NOT NULL,
    author BYTEA NOT NULL,
    partner BYTEA,
    sealed_words BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, author, id),
    UNIQUE (organisation_id, id)
);

CREATE TABLE your_turns (
    organisation_id UUID NOT NULL,
    id UUID NOT NULL,
    enrolment_id UUID NOT NULL,
    module TEXT NOT NULL,
    sealed_text BYTEA NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id, module)
);
