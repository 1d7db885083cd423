-- What one side asks of the other about a setting of a programme: to lock it, to unlock it, or to change a locked one.
-- Nothing changes before the answer. One at a time of each setting.
CREATE TABLE setting_proposals (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    kind             TEXT    NOT NULL CHECK (kind IN ('lock', 'unlock', 'change')),
    setting          TEXT    NOT NULL,
    before           TEXT    NOT NULL,
    wanted           TEXT    NOT NULL,
    reason           TEXT,
    side             TEXT    NOT NULL CHECK (side IN ('coordinator', 'representative')),
    proposed_by      ID      NOT NULL,
    proposed_at      BIGINT  NOT NULL,
    lapses_on        TEXT    NOT NULL,
    state            TEXT    NOT NULL CHECK (state IN ('open', 'agreed', 'declined', 'taken_back', 'lapsed')),
    answered_by      ID,
    answered_at      BIGINT,
    answer_reason    TEXT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, proposed_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, answered_by) REFERENCES people (organisation_id, id)
);
CREATE INDEX setting_proposals_of_programme ON setting_proposals (organisation_id, programme_id, proposed_at);
CREATE UNIQUE INDEX setting_proposals_one_open ON setting_proposals (organisation_id, programme_id, setting)
    WHERE state = 'open';

-- For which reason in law the house keeps what it keeps, purpose by purpose, in its administrator's own words (rules D5).
-- No row: nothing is claimed.
CREATE TABLE legal_bases (
    organisation_id  ID     NOT NULL,
    purpose          TEXT   NOT NULL,
    basis            TEXT   NOT NULL,
    version          BIGINT NOT NULL,
    written_on       TEXT   NOT NULL,
    PRIMARY KEY (organisation_id, purpose)
);
