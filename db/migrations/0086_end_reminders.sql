-- Which end of a programme its coordinators were reminded of, and when: the house announces that day itself when they do
-- not. `id` is what their notices are about.
CREATE TABLE end_reminders (
    organisation_id  ID   NOT NULL,
    programme_id     ID   NOT NULL,
    id               ID   NOT NULL,
    ends_on          TEXT NOT NULL,
    reminded_on      TEXT NOT NULL,
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);
