-- What whoever coordinates said to everybody, to one side, or to all who had not joined (rules 15). Sent once and never
-- changed. To whom is a rule and a number, never a list: who was left out in silence stands nowhere (rules D10).
CREATE TABLE announcements (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    programme_id     ID      NOT NULL,
    audience         TEXT    NOT NULL CHECK (audience IN ('everyone', 'mentors', 'mentees', 'not_joined')),
    people           INTEGER NOT NULL,
    sent_by          ID      NOT NULL,
    sent_at          BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id),
    FOREIGN KEY (organisation_id, sent_by) REFERENCES people (organisation_id, id)
);
CREATE INDEX announcements_of_programme ON announcements (organisation_id, programme_id, sent_at);

CREATE TABLE announcement_texts (
    organisation_id  ID   NOT NULL,
    announcement_id  ID   NOT NULL,
    language         TEXT NOT NULL,
    title            TEXT NOT NULL,
    text             TEXT NOT NULL,
    PRIMARY KEY (organisation_id, announcement_id, language),
    FOREIGN KEY (organisation_id, announcement_id) REFERENCES announcements (organisation_id, id)
);
