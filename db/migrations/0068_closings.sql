-- A programme's last day, told to everybody who takes part at least 14 days before; the targets and the thanks of its
-- review. `announcement_id` is new with every day that is told, `review_id` with every change of the targets, which takes
-- back what the sponsor agreed to.
CREATE TABLE closings (
    organisation_id  ID     NOT NULL,
    programme_id     ID     NOT NULL,
    announcement_id  ID     NOT NULL,
    closes_on        TEXT   NOT NULL,
    announced_at     BIGINT NOT NULL,
    thanks           TEXT   NOT NULL,
    review_id        ID,
    agreed_at        BIGINT,
    version          BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, announcement_id),
    UNIQUE (organisation_id, review_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

CREATE TABLE closing_targets (
    organisation_id  ID      NOT NULL,
    programme_id     ID      NOT NULL,
    position         INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
    text             TEXT    NOT NULL,
    due_on           TEXT    NOT NULL,
    who              TEXT    NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, position),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES closings (organisation_id, programme_id)
);
