-- Written by bin/db dump from the migrations; read it in review, never edit it.

CREATE TABLE absences (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, person_id, from_on)

CREATE TABLE acquaintance_messages (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    acquaintance_id BLOB NOT NULL,
    position BIGINT NOT NULL,
    side TEXT NOT NULL,
    sealed_text BLOB NOT NULL,
    shown_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, acquaintance_id) REFERENCES acquaintances (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, acquaintance_id, position)
);

CREATE TABLE acquaintance_people (
    organisation_id BLOB NOT NULL,
    acquaintance_id BLOB NOT NULL,
    side TEXT NOT NULL,
    person_hash BLOB NOT NULL,
    sealed_person_id BLOB NOT NULL,
    sealed_card BLOB NOT NULL,
    answer TEXT,
    opens_name BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, acquaintance_id) REFERENCES acquaintances (organisation_id, id),
    PRIMARY KEY (organisation_id, acquaintance_id, side)
);
-- index (organisation_id, person_hash)

CREATE TABLE acquaintances (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    anonymous_round_id BLOB NOT NULL,
    state TEXT NOT NULL,
    FOREIGN KEY (organisation_id, anonymous_round_id) REFERENCES anonymous_rounds (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, anonymous_round_id)

CREATE TABLE agenda_items (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    lane TEXT NOT NULL,
    sealed_text BLOB NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, position)
);

CREATE TABLE agreement_outcomes (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    side TEXT NOT NULL,
    position INTEGER NOT NULL,
    sealed_text BLOB NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES agreements (organisation_id, pairing_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, side, position)
);

CREATE TABLE agreements (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    cadence TEXT NOT NULL,
    channel TEXT NOT NULL,
    notice_days INTEGER NOT NULL,
    booking_side TEXT NOT NULL,
    leading_side TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id)
);

CREATE TABLE announcement_texts (
    organisation_id BLOB NOT NULL,
    announcement_id BLOB NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    FOREIGN KEY (organisation_id, announcement_id) REFERENCES announcements (organisation_id, id),
    PRIMARY KEY (organisation_id, announcement_id, language)
);

CREATE TABLE announcements (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    audience TEXT NOT NULL,
    people INTEGER NOT NULL,
    sent_by BLOB NOT NULL,
    sent_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, sent_by) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id, sent_at)

CREATE TABLE anonymous_authors (
    organisation_id BLOB NOT NULL,
    line_id BLOB NOT NULL,
    sealed_person_id BLOB NOT NULL,
    read_position BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id),
    PRIMARY KEY (organisation_id, line_id)
);

CREATE TABLE anonymous_lines (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    contact_id BLOB,
    closed_on TEXT,
    FOREIGN KEY (organisation_id, contact_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id)

CREATE TABLE anonymous_rounds (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    suggestions INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    last_on TEXT NOT NULL,
    state TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, number)
);
-- index UNIQUE (organisation_id, programme_id) partial

CREATE TABLE attachments (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    message_id BLOB,
    kind TEXT NOT NULL,
    octets BIGINT NOT NULL,
    width INTEGER,
    height INTEGER,
    sealed_name BLOB NOT NULL,
    sealed_content BLOB NOT NULL,
    uploaded_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, message_id) REFERENCES messages (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, message_id)
-- index (uploaded_at) partial

CREATE TABLE attendances (
    organisation_id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    side TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    answer TEXT NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, meeting_id, side)
);

CREATE TABLE ballot_box (
    organisation_id BLOB NOT NULL,
    question_set_id BLOB NOT NULL,
    token_digest BLOB NOT NULL,
    mark BLOB NOT NULL,
    locked_answers BLOB NOT NULL,
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    PRIMARY KEY (organisation_id, question_set_id, token_digest)
);

CREATE TABLE ballot_issues (
    organisation_id BLOB NOT NULL,
    question_set_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    blinded_digest BLOB,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    PRIMARY KEY (organisation_id, question_set_id, person_id)
);

CREATE TABLE ballots (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    question_set_id BLOB NOT NULL,
    sealed_answers BLOB NOT NULL,
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, question_set_id)

CREATE TABLE bans (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    mentor_id BLOB NOT NULL,
    mentee_id BLOB NOT NULL,
    banned_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, mentor_id, mentee_id)
);

CREATE TABLE board_publications (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    published_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id)
);

CREATE TABLE calendar_feeds (
    organisation_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    nonce BLOB NOT NULL,
    sign_in_epoch BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE can_do_marks (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    sealed_content BLOB NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id)
);

CREATE TABLE chains (
    organisation_id BLOB NOT NULL,
    position BIGINT NOT NULL,
    link BLOB NOT NULL,
    private_until_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id)
);

CREATE TABLE circle_dates (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    circle_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    starts_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    minutes INTEGER NOT NULL,
    place TEXT NOT NULL,
    cancelled_at BIGINT,
    FOREIGN KEY (organisation_id, circle_id) REFERENCES circles (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, circle_id, starts_at)

CREATE TABLE circle_departures (
    organisation_id BLOB NOT NULL,
    circle_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, circle_id, person_id) REFERENCES circle_members (organisation_id, circle_id, person_id),
    PRIMARY KEY (organisation_id, circle_id, person_id)
);

CREATE TABLE circle_members (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    circle_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, circle_id, programme_id) REFERENCES circles (organisation_id, id, programme_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id),
    UNIQUE (organisation_id, circle_id, person_id)
);

CREATE TABLE circle_tellings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    circle_date_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, circle_date_id) REFERENCES circle_dates (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, circle_date_id, version)
);

CREATE TABLE circles (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    layout TEXT NOT NULL,
    formed_on TEXT NOT NULL,
    told_finding TEXT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, id, programme_id),
    UNIQUE (organisation_id, programme_id, number)
);

CREATE TABLE closing_targets (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    due_on TEXT NOT NULL,
    who TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES closings (organisation_id, programme_id),
    PRIMARY KEY (organisation_id, programme_id, position)
);

CREATE TABLE closings (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    announcement_id BLOB NOT NULL,
    closes_on TEXT NOT NULL,
    announced_at BIGINT NOT NULL,
    thanks TEXT NOT NULL,
    review_id BLOB,
    agreed_at BIGINT,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, announcement_id),
    UNIQUE (organisation_id, review_id)
);

CREATE TABLE closures (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    closed_on TEXT NOT NULL,
    released_on TEXT,
    kind TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id)
);
-- index (closed_on) partial

CREATE TABLE concern_messages (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    concern_id BLOB NOT NULL,
    position BIGINT NOT NULL,
    is_contacts BOOLEAN NOT NULL,
    sealed_text BLOB NOT NULL,
    written_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, concern_id, position)
);

CREATE TABLE concern_readers (
    organisation_id BLOB NOT NULL,
    concern_id BLOB NOT NULL,
    is_contact BOOLEAN NOT NULL,
    read_position BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id),
    PRIMARY KEY (organisation_id, concern_id, is_contact)
);

CREATE TABLE concerns (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    contact_id BLOB NOT NULL,
    wish TEXT NOT NULL,
    raised_on TEXT NOT NULL,
    closed_on TEXT,
    last_on TEXT NOT NULL,
    kept_months INTEGER NOT NULL,
    sealed_note BLOB,
    sealed_excerpt BLOB,
    sealed_acquaintance BLOB,
    FOREIGN KEY (organisation_id, contact_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, contact_id, raised_on)
-- index (organisation_id, person_id)

CREATE TABLE conflict_people (
    organisation_id BLOB NOT NULL,
    conflict_id BLOB NOT NULL,
    place INTEGER NOT NULL,
    person_id BLOB NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    external_id TEXT,
    FOREIGN KEY (organisation_id, conflict_id) REFERENCES conflicts (organisation_id, id),
    PRIMARY KEY (organisation_id, conflict_id, place),
    UNIQUE (organisation_id, conflict_id, person_id)
);
-- index (organisation_id, person_id)
-- index (organisation_id, place, name_folded, conflict_id)

CREATE TABLE conflicts (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    entered_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, entered_on, id)

CREATE TABLE contact_links (
    organisation_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    nonce BLOB NOT NULL,
    made_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE contact_rooms (
    organisation_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    away_until_on TEXT,
    kept_months INTEGER NOT NULL,
    told_through_on TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE continuations (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    onward TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id)
);

CREATE TABLE coolings (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    side TEXT NOT NULL,
    until_on TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id, side)
);

CREATE TABLE decision_drafts (
    organisation_id BLOB NOT NULL,
    question_id BLOB NOT NULL,
    version BIGINT NOT NULL,
    sealed_words BLOB NOT NULL,
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    PRIMARY KEY (organisation_id, question_id)
);

CREATE TABLE decision_reminders (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    question_id BLOB NOT NULL,
    decide_by TEXT NOT NULL,
    days_before INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, decide_by, days_before)
);

CREATE TABLE decisions (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    question_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    sealed_words BLOB NOT NULL,
    decided_on TEXT NOT NULL,
    until_on TEXT,
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, position)
);

CREATE TABLE delegations (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    principal_id BLOB NOT NULL,
    assistant_id BLOB NOT NULL,
    since_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, assistant_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, principal_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, principal_id, assistant_id)
);
-- index (organisation_id, assistant_id)

CREATE TABLE drafters (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    sponsor_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, sponsor_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, sponsor_id)
);

CREATE TABLE eligibilities (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    side TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, side, field, value)
);

CREATE TABLE end_reminders (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    id BLOB NOT NULL,
    ends_on TEXT NOT NULL,
    reminded_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, id)
);

CREATE TABLE enrolments (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    side TEXT NOT NULL,
    state TEXT NOT NULL,
    joined_on TEXT NOT NULL,
    capacity INTEGER NOT NULL,
    capacity_reason TEXT,
    motivation TEXT,
    shows_motivation BOOLEAN NOT NULL,
    sealed_need_check BLOB,
    agenda_style TEXT NOT NULL,
    talking_style TEXT NOT NULL,
    thinking_style TEXT NOT NULL,
    rhythm_style TEXT NOT NULL,
    learning_style TEXT NOT NULL,
    remarks_style TEXT NOT NULL,
    career_stage TEXT,
    weekly_slots BLOB NOT NULL,
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
    UNIQUE (organisation_id, programme_id, person_id, side)
);
-- index (organisation_id, person_id, programme_id)

CREATE TABLE events (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    happened_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject_id BLOB,
    actor_id BLOB,
    facts TEXT,
    salt BLOB,
    position BIGINT,
    digest BLOB,
    link BLOB,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (happened_at) partial
-- index (organisation_id, kind, position) partial
-- index UNIQUE (organisation_id, position) partial

CREATE TABLE exclusions (
    organisation_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    excluded_id BLOB NOT NULL,
    excluded_name TEXT NOT NULL,
    excluded_name_folded TEXT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id, excluded_id)
);

CREATE TABLE exploratory_answers (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id)
);

CREATE TABLE exploratory_meetings (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    starts_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    mode TEXT NOT NULL,
    place TEXT NOT NULL,
    is_called_off BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id)
);

CREATE TABLE exploratory_tellings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    told_of INTEGER NOT NULL,
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    nonce BLOB,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, kind, told_of, side)
);

CREATE TABLE feedback (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    author_id BLOB NOT NULL,
    written_on TEXT NOT NULL,
    looks_again_at INTEGER,
    sealed_content BLOB NOT NULL,
    sealed_author_look BLOB,
    sealed_receiver_look BLOB,
    FOREIGN KEY (organisation_id, pairing_id, author_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, looks_again_at) partial
-- index (organisation_id, pairing_id)

CREATE TABLE front_line_notes (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    week_on TEXT NOT NULL,
    audience TEXT NOT NULL,
    sealed_note BLOB NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id, week_on)

CREATE TABLE front_line_themes (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    sealed_words BLOB NOT NULL,
    is_looked_at BOOLEAN NOT NULL,
    shown_on TEXT,
    sealed_answer BLOB,
    answered_on TEXT,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE goals (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    side TEXT NOT NULL,
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    sealed_content BLOB NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, side, position)
);

CREATE TABLE group_meeting_tellings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    group_meeting_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    told_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, group_meeting_id) REFERENCES group_meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, group_meeting_id, version)
);

CREATE TABLE group_meetings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
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
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id, starts_at)

CREATE TABLE help_wishes (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    asked_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id)
);

CREATE TABLE holidays (
    organisation_id BLOB NOT NULL,
    site TEXT NOT NULL,
    day TEXT NOT NULL,
    name TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, site, day)
);

CREATE TABLE idempotency_keys (
    organisation_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    key TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, person_id, key)
);
-- index (kept_at)

CREATE TABLE import_mappings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    header_digest BLOB NOT NULL,
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
    organisation_id BLOB NOT NULL,
    introduction_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    answer TEXT NOT NULL,
    FOREIGN KEY (organisation_id, introduction_id) REFERENCES introductions (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, introduction_id, person_id)
);

CREATE TABLE introductions (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    introducer_id BLOB NOT NULL,
    colleague_id BLOB NOT NULL,
    asked_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    made_on TEXT,
    sealed_why BLOB,
    FOREIGN KEY (organisation_id, colleague_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id, introducer_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, closes_on)
-- index (organisation_id, colleague_id)
-- index (organisation_id, pairing_id)

CREATE TABLE invitation_answers (
    organisation_id BLOB NOT NULL,
    invitation_id BLOB NOT NULL,
    answer TEXT NOT NULL,
    answered_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, invitation_id) REFERENCES invitations (organisation_id, id),
    PRIMARY KEY (organisation_id, invitation_id)
);

CREATE TABLE invitations (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    side TEXT NOT NULL,
    invited_at BIGINT NOT NULL,
    written_again INTEGER NOT NULL,
    last_written_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, person_id, side)
);
-- index (organisation_id, person_id)

CREATE TABLE jobs (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
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
    PRIMARY KEY (organisation_id, id)
);
-- index (leased_until) partial
-- index (organisation_id, kind, unique_key, queued_at)
-- index (run_at, id) partial
-- index UNIQUE (organisation_id, kind, unique_key) partial

CREATE TABLE join_requests (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB,
    name TEXT NOT NULL,
    email TEXT,
    side TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id, asked_at, id)

CREATE TABLE ladders (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    step TEXT NOT NULL,
    sign TEXT NOT NULL,
    amount INTEGER NOT NULL,
    side TEXT NOT NULL,
    stepped_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id)
);

CREATE TABLE legal_bases (
    organisation_id BLOB NOT NULL,
    purpose TEXT NOT NULL,
    basis TEXT NOT NULL,
    version BIGINT NOT NULL,
    written_on TEXT NOT NULL,
    PRIMARY KEY (organisation_id, purpose)
);

CREATE TABLE level_names (
    organisation_id BLOB NOT NULL,
    level INTEGER NOT NULL,
    name TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, level)
);

CREATE TABLE line_checks (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    found_on TEXT NOT NULL,
    mentor_goes_on BOOLEAN NOT NULL,
    mentee_goes_on BOOLEAN NOT NULL,
    coordinator_goes_on BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id)
);

CREATE TABLE line_messages (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    line_id BLOB NOT NULL,
    position BIGINT NOT NULL,
    answered_by BLOB,
    sealed_text BLOB NOT NULL,
    shown_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, answered_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, line_id, position)
);
-- index (organisation_id, shown_at)

CREATE TABLE line_readers (
    organisation_id BLOB NOT NULL,
    line_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    read_until BIGINT NOT NULL,
    told_until BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, line_id) REFERENCES anonymous_lines (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, line_id, person_id)
);

CREATE TABLE locks (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    mentor_id BLOB NOT NULL,
    mentee_id BLOB NOT NULL,
    locked_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, mentor_id, mentee_id)
);

CREATE TABLE mails (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    subject_id BLOB,
    state TEXT NOT NULL,
    queued_at BIGINT NOT NULL,
    sent_at BIGINT,
    tries INTEGER NOT NULL,
    next_try_at BIGINT,
    trouble TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, person_id, kind, subject_id)
);
-- index (next_try_at, organisation_id, id) partial
-- index (organisation_id, queued_at, id)

CREATE TABLE match_run_leftovers (
    organisation_id BLOB NOT NULL,
    match_run_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    person_id BLOB NOT NULL,
    side TEXT NOT NULL,
    reason TEXT NOT NULL,
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, match_run_id, position)
);
-- index (organisation_id, match_run_id, person_id)

CREATE TABLE match_run_pairs (
    organisation_id BLOB NOT NULL,
    match_run_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    mentor_id BLOB NOT NULL,
    mentee_id BLOB NOT NULL,
    fit TEXT NOT NULL,
    is_locked BOOLEAN NOT NULL,
    is_filled_up BOOLEAN NOT NULL,
    reasons TEXT NOT NULL,
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    FOREIGN KEY (organisation_id, mentee_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, mentor_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, match_run_id, position),
    UNIQUE (organisation_id, match_run_id, mentor_id, mentee_id)
);

CREATE TABLE match_runs (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    priority TEXT NOT NULL,
    seed BIGINT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT NOT NULL,
    report TEXT,
    created_at BIGINT NOT NULL,
    created_by BLOB,
    finished_at BIGINT,
    objective TEXT NOT NULL,
    state TEXT NOT NULL,
    scope TEXT NOT NULL,
    keeps_run_id BLOB,
    keep_bonus INTEGER,
    most_moves INTEGER,
    trouble TEXT,
    least_moves INTEGER,
    fairness TEXT,
    prices TEXT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, number)
);

CREATE TABLE meeting_changes (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    side TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, meeting_id, happened_at)

CREATE TABLE meeting_links (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    told_of INTEGER NOT NULL,
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    nonce BLOB NOT NULL,
    made_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, kind, told_of, side)
);

CREATE TABLE meeting_times (
    organisation_id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    starts_local TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, meeting_id, position)
);

CREATE TABLE meetings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
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
    series_id BLOB,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, pairing_id, starts_at, id)
-- index (organisation_id, series_id)

CREATE TABLE messages (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    position BIGINT NOT NULL,
    person_id BLOB NOT NULL,
    sealed_text BLOB,
    written_at BIGINT NOT NULL,
    edited_at BIGINT,
    taken_back_at BIGINT,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, position)
);
-- index (organisation_id, written_at)

CREATE TABLE modules_done (
    organisation_id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    module TEXT NOT NULL,
    done_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, enrolment_id, module)
);

CREATE TABLE mondays (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    week_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, week_on)
);

CREATE TABLE name_openings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    concern_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    asked_by BLOB NOT NULL,
    asked_on TEXT NOT NULL,
    sealed_danger BLOB NOT NULL,
    agreed_by BLOB,
    agreed_on TEXT,
    FOREIGN KEY (organisation_id, agreed_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, asked_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, concern_id) REFERENCES concerns (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, concern_id)
);

CREATE TABLE note_drafts (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    writer BLOB NOT NULL,
    sealed_draft BLOB NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, writer, id),
    UNIQUE (organisation_id, id)
);

CREATE TABLE notices (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    subject_id BLOB,
    told_at BIGINT NOT NULL,
    read_at BIGINT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, person_id, kind, subject_id)
);
-- index (organisation_id, person_id, told_at, id)

CREATE TABLE nudge_stops (
    organisation_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE nudges (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    step TEXT NOT NULL,
    sign TEXT,
    amount INTEGER NOT NULL,
    planned_at BIGINT NOT NULL,
    sent_at BIGINT,
    is_put_away BOOLEAN NOT NULL,
    nonce BLOB,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, pairing_id, planned_at)
-- index (organisation_id, person_id, sent_at)
-- index (organisation_id, planned_at) partial

CREATE TABLE offers (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    topic TEXT NOT NULL,
    strength INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id, topic)
);

CREATE TABLE open_calls (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    limited_by TEXT NOT NULL,
    code TEXT,
    mail_domain TEXT,
    link_nonce BLOB NOT NULL,
    closes_on TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id)
);

CREATE TABLE opened_tops (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    opened_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id)
);

CREATE TABLE opening_letter_texts (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    version BIGINT NOT NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES opening_letters (organisation_id, programme_id),
    PRIMARY KEY (organisation_id, programme_id, version, language)
);

CREATE TABLE opening_letters (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    version BIGINT NOT NULL,
    request_id BLOB,
    asked_of BLOB,
    agreed_by BLOB,
    agreed_at BIGINT,
    published_version BIGINT,
    published_by BLOB,
    published_at BIGINT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, request_id)
);

CREATE TABLE organisations (
    organisation_id BLOB NOT NULL,
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
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    title TEXT NOT NULL,
    module_text TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES preparation_plans (organisation_id, programme_id),
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE pairing_people (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    side TEXT NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id, side),
    UNIQUE (organisation_id, pairing_id, person_id)
);
-- index (organisation_id, person_id, pairing_id)

CREATE TABLE pairings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    origin TEXT NOT NULL,
    suggestion_id BLOB,
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
    PRIMARY KEY (organisation_id, id)
);
-- index (answers_close_at) partial
-- index (organisation_id, programme_id, opened_at, id)

CREATE TABLE panel_answers (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    question_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    sealed_text BLOB NOT NULL,
    FOREIGN KEY (organisation_id, question_id, person_id) REFERENCES question_people (organisation_id, question_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, question_id, person_id)
);

CREATE TABLE panel_members (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id)
);

CREATE TABLE partner_notes (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    author_id BLOB NOT NULL,
    reader_id BLOB NOT NULL,
    sent_on TEXT NOT NULL,
    sealed_text BLOB NOT NULL,
    FOREIGN KEY (organisation_id, author_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, reader_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, reader_id)

CREATE TABLE partner_people (
    organisation_id BLOB NOT NULL,
    partner_id BLOB NOT NULL,
    side TEXT NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, partner_id) REFERENCES partners (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, partner_id, side)
);
-- index (organisation_id, person_id, partner_id)

CREATE TABLE partners (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    first_on TEXT NOT NULL,
    last_on TEXT,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id)

CREATE TABLE password_links (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    purpose TEXT NOT NULL,
    nonce BLOB NOT NULL,
    made_by BLOB,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    voided_at BIGINT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, made_at, id)
-- index (organisation_id, person_id)
-- index UNIQUE (organisation_id, person_id) partial

CREATE TABLE passwords (
    organisation_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    hash TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, person_id)
);

CREATE TABLE pauses (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    paused_on TEXT NOT NULL,
    resumed_on TEXT,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, pairing_id)

CREATE TABLE people (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
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
    manager_id BLOB,
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
    UNIQUE (organisation_id, sign_in_name)
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
    organisation_id BLOB NOT NULL,
    import_id BLOB NOT NULL,
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
    organisation_id BLOB NOT NULL,
    import_id BLOB NOT NULL,
    line INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    is_repaired BOOLEAN NOT NULL,
    person_id BLOB,
    cells TEXT NOT NULL,
    cells_folded TEXT NOT NULL,
    FOREIGN KEY (organisation_id, import_id) REFERENCES people_imports (organisation_id, id),
    PRIMARY KEY (organisation_id, import_id, line)
);
-- index (organisation_id, import_id, outcome, line)

CREATE TABLE people_imports (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
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
    started_by BLOB,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, started_at, id)
-- index (started_at) partial
-- index UNIQUE (organisation_id) partial

CREATE TABLE planned_modules (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    module TEXT NOT NULL,
    reader TEXT NOT NULL,
    is_core BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES preparation_plans (organisation_id, programme_id),
    PRIMARY KEY (organisation_id, programme_id, position),
    UNIQUE (organisation_id, programme_id, module)
);

CREATE TABLE preparation_plans (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id)
);

CREATE TABLE preparation_qualities (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    raters INTEGER NOT NULL,
    tenths INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id)
);

CREATE TABLE preparation_ratings (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    sealed_rating BLOB NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id)
);

CREATE TABLE private_days (
    organisation_id BLOB NOT NULL,
    acted_on TEXT NOT NULL,
    digest BLOB NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, acted_on)
);

CREATE TABLE private_notes (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    side TEXT NOT NULL,
    version INTEGER NOT NULL,
    sealed_text BLOB NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, side)
);

CREATE TABLE private_topics (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    sealed_topic BLOB NOT NULL,
    consented_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, enrolment_id)

CREATE TABLE programme_aims (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    aim TEXT NOT NULL,
    instruments TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, position),
    UNIQUE (organisation_id, programme_id, aim)
);

CREATE TABLE programme_words (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
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
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
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
    created_by BLOB,
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
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, name, id)

CREATE TABLE promises (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    side TEXT NOT NULL,
    sealed_text BLOB NOT NULL,
    due_on TEXT,
    is_done BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id, position)
);

CREATE TABLE protected_times (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    supervisor_id BLOB,
    supervisor_name TEXT NOT NULL,
    hours_a_month INTEGER NOT NULL,
    until_on TEXT NOT NULL,
    link_nonce BLOB NOT NULL,
    told_on TEXT,
    telling_id BLOB,
    answer TEXT,
    except_months TEXT NOT NULL,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, supervisor_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, person_id)
);

CREATE TABLE publications (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    match_run_id BLOB NOT NULL,
    state TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    started_by BLOB,
    sends_at BIGINT NOT NULL,
    trouble TEXT,
    FOREIGN KEY (organisation_id, match_run_id) REFERENCES match_runs (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, match_run_id, started_at, id)
-- index UNIQUE (organisation_id, match_run_id) partial

CREATE TABLE question_people (
    organisation_id BLOB NOT NULL,
    question_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    mark TEXT,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, question_id) REFERENCES questions (organisation_id, id),
    PRIMARY KEY (organisation_id, question_id, person_id)
);
-- index (organisation_id, person_id)

CREATE TABLE question_sets (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    questions TEXT NOT NULL,
    closes_at BIGINT NOT NULL,
    public_key BLOB,
    box_key BLOB,
    key_id BLOB,
    is_closed BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE questionnaire_answers (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    questionnaire_id BLOB NOT NULL,
    respondent BLOB NOT NULL,
    sealed_answers BLOB NOT NULL,
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id),
    PRIMARY KEY (organisation_id, questionnaire_id, respondent),
    UNIQUE (organisation_id, id)
);

CREATE TABLE questionnaire_people (
    organisation_id BLOB NOT NULL,
    questionnaire_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    side TEXT NOT NULL,
    is_told BOOLEAN NOT NULL,
    is_reminded BOOLEAN NOT NULL,
    arm TEXT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id),
    PRIMARY KEY (organisation_id, questionnaire_id, person_id)
);
-- index (organisation_id, person_id)

CREATE TABLE questionnaire_results (
    organisation_id BLOB NOT NULL,
    questionnaire_id BLOB NOT NULL,
    results TEXT NOT NULL,
    FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaires (organisation_id, id),
    PRIMARY KEY (organisation_id, questionnaire_id)
);

CREATE TABLE questionnaires (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    moment TEXT NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_anonymous BOOLEAN NOT NULL,
    audience TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    reader_id BLOB,
    opened_on TEXT,
    closes_on TEXT,
    question_set_id BLOB,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    FOREIGN KEY (organisation_id, reader_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, moment, number)
);

CREATE TABLE questions (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    standing TEXT NOT NULL,
    audience TEXT NOT NULL,
    sealed_words BLOB NOT NULL,
    asked_on TEXT NOT NULL,
    answer_by TEXT NOT NULL,
    promised_on TEXT NOT NULL,
    decide_by TEXT NOT NULL,
    deferrals INTEGER NOT NULL,
    closed_on TEXT,
    version BIGINT NOT NULL,
    question_set_id BLOB,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, person_id)
-- index (organisation_id, programme_id, audience, decide_by)

CREATE TABLE ready_sentences (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    sealed_ticks BLOB NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id)
);

CREATE TABLE released_words (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    week_on TEXT NOT NULL,
    published_on TEXT,
    sealed_shown BLOB NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);

CREATE TABLE rematches (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    wish TEXT NOT NULL,
    sealed_note BLOB,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id)
);

CREATE TABLE reporting_channels (
    organisation_id BLOB NOT NULL,
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    link TEXT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, country)
);

CREATE TABLE reporting_trees (
    organisation_id BLOB NOT NULL,
    top_id BLOB,
    headcount INTEGER NOT NULL,
    counted_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    FOREIGN KEY (organisation_id, top_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id)
);

CREATE TABLE respondent_keys (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    key_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id)
);

CREATE TABLE roles (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    role TEXT NOT NULL,
    programme_id BLOB,
    granted_by BLOB,
    granted_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id, role)
-- index UNIQUE (organisation_id, person_id, role) partial
-- index UNIQUE (organisation_id, person_id, role, programme_id) partial

CREATE TABLE rounds (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    match_run_id BLOB NOT NULL,
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
    organisation_id BLOB NOT NULL,
    name TEXT NOT NULL,
    last_slot_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    PRIMARY KEY (organisation_id, name)
);

CREATE TABLE sessions (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    secret_digest BLOB NOT NULL,
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
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    setting TEXT NOT NULL,
    kind TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by BLOB,
    agreed_by BLOB,
    FOREIGN KEY (organisation_id, agreed_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, changed_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id, changed_at)

CREATE TABLE setting_locks (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    setting TEXT NOT NULL,
    locked_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, setting)
);

CREATE TABLE setting_proposals (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    setting TEXT NOT NULL,
    before TEXT NOT NULL,
    wanted TEXT NOT NULL,
    reason TEXT,
    side TEXT NOT NULL,
    proposed_by BLOB NOT NULL,
    proposed_at BIGINT NOT NULL,
    lapses_on TEXT NOT NULL,
    state TEXT NOT NULL,
    answered_by BLOB,
    answered_at BIGINT,
    answer_reason TEXT,
    FOREIGN KEY (organisation_id, answered_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, proposed_by) REFERENCES people (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, programme_id, proposed_at)
-- index UNIQUE (organisation_id, programme_id, setting) partial

CREATE TABLE shared_notes (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    meeting_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    sealed_text BLOB NOT NULL,
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, meeting_id)
);

CREATE TABLE sign_in_failures (
    organisation_id BLOB NOT NULL,
    subject BLOB NOT NULL,
    failures INTEGER NOT NULL,
    last_failed_at BIGINT NOT NULL,
    blocked_until_at BIGINT,
    PRIMARY KEY (organisation_id, subject)
);
-- index (last_failed_at)

CREATE TABLE sign_thresholds (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
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
    PRIMARY KEY (organisation_id, programme_id)
);

CREATE TABLE signatures (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    document TEXT NOT NULL,
    document_version INTEGER NOT NULL,
    signed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id, document, document_version)
);

CREATE TABLE signed_agreements (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    signed_at BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id, version)
);

CREATE TABLE signs (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    level TEXT NOT NULL,
    amount INTEGER NOT NULL,
    since_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id, kind)
);

CREATE TABLE skipped_prompts (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    sealed_prompts BLOB NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id)
);

CREATE TABLE sponsors (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB,
    name TEXT NOT NULL,
    email TEXT,
    takes_part TEXT NOT NULL,
    delegate_name TEXT,
    answers_within_days INTEGER NOT NULL,
    link_nonce BLOB NOT NULL,
    link_expires_at BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    accepted_at BIGINT,
    version BIGINT NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id)
);

CREATE TABLE suggestion_answers (
    organisation_id BLOB NOT NULL,
    suggestion_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    answer TEXT NOT NULL,
    rank INTEGER,
    decides_nothing_confirmed BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, suggestion_id, person_id) REFERENCES suggestion_people (organisation_id, suggestion_id, person_id),
    PRIMARY KEY (organisation_id, suggestion_id, person_id)
);

CREATE TABLE suggestion_people (
    organisation_id BLOB NOT NULL,
    suggestion_id BLOB NOT NULL,
    side TEXT NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, suggestion_id) REFERENCES suggestions (organisation_id, id),
    PRIMARY KEY (organisation_id, suggestion_id, side),
    UNIQUE (organisation_id, suggestion_id, person_id)
);
-- index (organisation_id, person_id, suggestion_id)

CREATE TABLE suggestions (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    round_id BLOB NOT NULL,
    origin TEXT NOT NULL,
    fit TEXT NOT NULL,
    mentor_benefit INTEGER NOT NULL,
    mentee_benefit INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    suggested_at BIGINT NOT NULL,
    joined_at BIGINT,
    FOREIGN KEY (organisation_id, round_id) REFERENCES rounds (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, round_id)

CREATE TABLE survey_answers (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    survey_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    state TEXT NOT NULL,
    is_told BOOLEAN NOT NULL,
    sealed_answers BLOB,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    FOREIGN KEY (organisation_id, survey_id) REFERENCES surveys (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, survey_id, person_id)
);
-- index (organisation_id) partial
-- index (organisation_id, person_id)

CREATE TABLE survey_days (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    next_on TEXT,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, pairing_id)
);

CREATE TABLE surveys (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, kind, number)
);

CREATE TABLE targets (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    sealed_content BLOB NOT NULL,
    sealed_echo BLOB,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, pairing_id, person_id)
);

CREATE TABLE teach_backs (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    sealed_ticks BLOB NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id),
    PRIMARY KEY (organisation_id, id)
);
-- index (organisation_id, pairing_id)

CREATE TABLE theme_notes (
    organisation_id BLOB NOT NULL,
    note_id BLOB NOT NULL,
    theme_id BLOB NOT NULL,
    is_fixed BOOLEAN NOT NULL,
    FOREIGN KEY (organisation_id, note_id) REFERENCES front_line_notes (organisation_id, id),
    FOREIGN KEY (organisation_id, theme_id) REFERENCES front_line_themes (organisation_id, id),
    PRIMARY KEY (organisation_id, note_id)
);
-- index (organisation_id, theme_id)

CREATE TABLE thread_blocks (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id)
);

CREATE TABLE thread_readers (
    organisation_id BLOB NOT NULL,
    pairing_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    read_position BIGINT NOT NULL,
    told_position BIGINT NOT NULL,
    told_at BIGINT,
    FOREIGN KEY (organisation_id, pairing_id, person_id) REFERENCES pairing_people (organisation_id, pairing_id, person_id),
    PRIMARY KEY (organisation_id, pairing_id, person_id)
);

CREATE TABLE waiting_consents (
    organisation_id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    person_id BLOB NOT NULL,
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, person_id)
);

CREATE TABLE wants (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    topic TEXT NOT NULL,
    priority INTEGER NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id, topic)
);

CREATE TABLE will_not_discuss (
    organisation_id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    subject TEXT NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, enrolment_id, subject)
);

CREATE TABLE words (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    programme_id BLOB NOT NULL,
    author BLOB NOT NULL,
    partner BLOB,
    sealed_words BLOB NOT NULL,
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    PRIMARY KEY (organisation_id, programme_id, author, id),
    UNIQUE (organisation_id, id)
);

CREATE TABLE your_turns (
    organisation_id BLOB NOT NULL,
    id BLOB NOT NULL,
    enrolment_id BLOB NOT NULL,
    module TEXT NOT NULL,
    sealed_text BLOB NOT NULL,
    FOREIGN KEY (organisation_id, enrolment_id) REFERENCES enrolments (organisation_id, id),
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, enrolment_id, module)
);
