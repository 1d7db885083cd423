-- A meeting of a whole programme or of one side (rules 15): the kick-off, the closing, another one. Nothing here says who
-- will come or came.
CREATE TABLE group_meetings (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    kind             TEXT    NOT NULL CHECK (kind IN ('kick_off', 'closing', 'other')),
    title            TEXT    NOT NULL,
    asked            TEXT    NOT NULL CHECK (asked IN ('everyone', 'mentors', 'mentees')),
    by_sponsor       BOOLEAN NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    starts_local     TEXT    NOT NULL,
    time_zone        TEXT    NOT NULL,
    starts_at        BIGINT  NOT NULL,
    minutes          INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 480),
    place            TEXT    NOT NULL,
    cancelled_at     BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);
CREATE INDEX group_meetings_of_programme ON group_meetings (organisation_id, programme_id, starts_at);

-- What people were told of it: each version once. Notices and mails are about this id.
CREATE TABLE group_meeting_tellings (
    organisation_id   ID      NOT NULL,
    id                ID      NOT NULL,
    group_meeting_id  ID      NOT NULL,
    version           INTEGER NOT NULL,
    told_at           BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, group_meeting_id, version),
    FOREIGN KEY (organisation_id, group_meeting_id) REFERENCES group_meetings (organisation_id, id)
);
