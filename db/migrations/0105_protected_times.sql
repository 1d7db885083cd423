-- The working time that somebody asks of their supervisor for a programme (R24), and the supervisor's answer. It stands
-- as it was asked until its day, whatever becomes of a pair (rules 4), and knows of none.
CREATE TABLE protected_times (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    person_id        ID      NOT NULL,
    supervisor_id    ID,
    supervisor_name  TEXT    NOT NULL,
    hours_a_month    INTEGER NOT NULL CHECK (hours_a_month BETWEEN 1 AND 40),
    until_on         TEXT    NOT NULL,
    link_nonce       ID      NOT NULL,
    told_on          TEXT,
    telling_id       ID,
    answer           TEXT CHECK (answer IN ('yes', 'yes_except', 'talk')),
    except_months    TEXT    NOT NULL,
    version          BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT protected_times_one UNIQUE (organisation_id, programme_id, person_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, supervisor_id) REFERENCES people (organisation_id, id)
);
