-- Every change of a programme's settings: which one, from what to what, by whom and when (rules B and D16). Values are
-- JSON; none of them is about a person.
CREATE TABLE setting_changes (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    programme_id     ID     NOT NULL,
    setting          TEXT   NOT NULL,
    kind             TEXT   NOT NULL CHECK (kind IN ('changed', 'locked', 'unlocked')),
    before           TEXT   NOT NULL,
    after            TEXT   NOT NULL,
    changed_at       BIGINT NOT NULL,
    changed_by       ID,
    agreed_by        ID,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, changed_by) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, agreed_by) REFERENCES people (organisation_id, id)
);
CREATE INDEX setting_changes_of_programme ON setting_changes (organisation_id, programme_id, changed_at);

-- What a coordinator and an employee representative agreed to change together alone. Who they were is in the log.
CREATE TABLE setting_locks (
    organisation_id  ID   NOT NULL,
    programme_id     ID   NOT NULL,
    setting          TEXT NOT NULL,
    locked_on        TEXT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, setting),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);
