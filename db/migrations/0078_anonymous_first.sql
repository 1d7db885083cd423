-- Anonymous first (rules 14): two people are suggested to each other and write to each other without names, until both
-- open theirs. Which two is in no column that can be read: a person stands as a keyed hash to be found by and as a
-- sealed id, what is said of them and what they write is sealed (associated data: table, column, organisation, id), and
-- no time is finer than an hour. Without references to people, on purpose.

ALTER TABLE programmes ADD COLUMN anonymous_first BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE programmes ADD COLUMN apprentices_take_part BOOLEAN NOT NULL DEFAULT FALSE;
-- Couples have been looked for by name: too late to begin without.
ALTER TABLE programmes ADD COLUMN names_shown BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE programmes SET names_shown = TRUE
WHERE EXISTS (SELECT 1 FROM match_runs r
              WHERE r.organisation_id = programmes.organisation_id AND r.programme_id = programmes.id);

-- Answers close at `closes_at`; whoever was joined then writes until `last_on`, the same day for all of the round, and
-- until then nobody's place is free again.
CREATE TABLE anonymous_rounds (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    number           INTEGER NOT NULL,
    suggestions      INTEGER NOT NULL,
    opened_on        TEXT    NOT NULL,
    closes_on        TEXT    NOT NULL,
    closes_at        BIGINT  NOT NULL,
    last_on          TEXT    NOT NULL,
    state            TEXT    NOT NULL CHECK (state IN ('suggested', 'talking', 'over')),
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT anonymous_rounds_number UNIQUE (organisation_id, programme_id, number),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);
-- One at a time in a programme.
CREATE UNIQUE INDEX anonymous_rounds_running ON anonymous_rounds (organisation_id, programme_id)
    WHERE state <> 'over';

CREATE TABLE acquaintances (
    organisation_id     ID   NOT NULL,
    id                  ID   NOT NULL,
    anonymous_round_id  ID   NOT NULL,
    state               TEXT NOT NULL CHECK (state IN ('suggested', 'talking', 'opened', 'over')),
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, anonymous_round_id) REFERENCES anonymous_rounds (organisation_id, id)
);
CREATE INDEX acquaintances_by_round ON acquaintances (organisation_id, anonymous_round_id);

-- `sealed_card` is what this one is told of the other. The answer and the wish to open the names are private: without a
-- time, and read by their owner and by the rule that reads both together.
CREATE TABLE acquaintance_people (
    organisation_id   ID      NOT NULL,
    acquaintance_id   ID      NOT NULL,
    side              TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')),
    person_hash       BYTES   NOT NULL,
    sealed_person_id  BYTES   NOT NULL,
    sealed_card       BYTES   NOT NULL,
    answer            TEXT    CHECK (answer IN ('happy_to_meet', 'rather_not')),
    opens_name        BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, acquaintance_id, side),
    FOREIGN KEY (organisation_id, acquaintance_id) REFERENCES acquaintances (organisation_id, id)
);
CREATE INDEX acquaintance_people_by_hash ON acquaintance_people (organisation_id, person_hash);

-- The other is shown it from `shown_at` on, a full hour.
CREATE TABLE acquaintance_messages (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    acquaintance_id  ID     NOT NULL,
    position         BIGINT NOT NULL CHECK (position >= 1),
    side             TEXT   NOT NULL CHECK (side IN ('mentor', 'mentee')),
    sealed_text      BYTES  NOT NULL,
    shown_at         BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT acquaintance_messages_in_order UNIQUE (organisation_id, acquaintance_id, position),
    FOREIGN KEY (organisation_id, acquaintance_id) REFERENCES acquaintances (organisation_id, id)
);
