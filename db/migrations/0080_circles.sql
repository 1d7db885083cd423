-- Peer circles (R23): whoever brings something, in groups that a coordinator's press forms. Who is in which circle its
-- members and whoever coordinates see; nothing here says who came to a date.
CREATE TABLE circles (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    number           INTEGER NOT NULL CHECK (number >= 1),
    layout           TEXT    NOT NULL CHECK (layout IN ('one_for_all', 'small_groups')),
    formed_on        TEXT    NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, programme_id, number),
    UNIQUE (organisation_id, id, programme_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

CREATE TABLE circle_members (
    organisation_id  ID NOT NULL,
    programme_id     ID NOT NULL,
    person_id        ID NOT NULL,
    circle_id        ID NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, person_id),
    UNIQUE (organisation_id, circle_id, person_id),
    FOREIGN KEY (organisation_id, circle_id, programme_id) REFERENCES circles (organisation_id, id, programme_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- Who has left their circle, for themselves alone: a private act (rules 4) without a time. Coming back takes the row
-- away.
CREATE TABLE circle_departures (
    organisation_id  ID NOT NULL,
    circle_id        ID NOT NULL,
    person_id        ID NOT NULL,
    PRIMARY KEY (organisation_id, circle_id, person_id),
    FOREIGN KEY (organisation_id, circle_id, person_id)
        REFERENCES circle_members (organisation_id, circle_id, person_id)
);

CREATE TABLE circle_dates (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    circle_id        ID      NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    starts_local     TEXT    NOT NULL,
    time_zone        TEXT    NOT NULL,
    starts_at        BIGINT  NOT NULL,
    minutes          INTEGER NOT NULL CHECK (minutes BETWEEN 15 AND 180),
    place            TEXT    NOT NULL,
    cancelled_at     BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, circle_id) REFERENCES circles (organisation_id, id)
);
CREATE INDEX circle_dates_of_circle ON circle_dates (organisation_id, circle_id, starts_at);

-- What people were told of a date: each version of it once. Notices and mails are about this id.
CREATE TABLE circle_tellings (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    circle_date_id   ID      NOT NULL,
    version          INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, circle_date_id, version),
    FOREIGN KEY (organisation_id, circle_date_id) REFERENCES circle_dates (organisation_id, id)
);
