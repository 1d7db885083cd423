-- What the two of a pairing lay out for one meeting, and what they take away from it (rules B: agenda; private notes;
-- shared notes, actions). Texts are sealed (associated data: table, column, organisation, id). In which lane an item
-- of the agenda stands is not: how many cards a lane has is no content (rules D6).

CREATE TABLE agenda_items (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    meeting_id       ID      NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    position         INTEGER NOT NULL CHECK (position >= 1),
    lane             TEXT    NOT NULL CHECK (lane IN ('mentor', 'mentee')), -- whose side brings it
    sealed_text      BYTES   NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT agenda_items_in_order UNIQUE (organisation_id, meeting_id, position),
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id)
);

-- One side's own.
CREATE TABLE private_notes (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    meeting_id       ID      NOT NULL,
    side             TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')),
    version          INTEGER NOT NULL CHECK (version >= 1),
    sealed_text      BYTES   NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT private_notes_one_a_side UNIQUE (organisation_id, meeting_id, side),
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id)
);

CREATE TABLE shared_notes (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    meeting_id       ID      NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    sealed_text      BYTES   NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT shared_notes_one_a_meeting UNIQUE (organisation_id, meeting_id),
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id)
);

-- What one of the two took on, at a meeting; it stands on the later ones until it is done.
CREATE TABLE promises (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    meeting_id       ID      NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    position         INTEGER NOT NULL CHECK (position >= 1),
    side             TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')), -- whose it is
    sealed_text      BYTES   NOT NULL,
    due_on           TEXT,
    is_done          BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT promises_in_order UNIQUE (organisation_id, meeting_id, position),
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id)
);

-- Topics of which the mentee has shown something without help; which topic, and what, is sealed.
CREATE TABLE teach_backs (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    sealed_ticks     BYTES   NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);
CREATE INDEX teach_backs_by_pairing ON teach_backs (organisation_id, pairing_id);
