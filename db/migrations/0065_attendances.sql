-- What each of the two answered to a date in their calendar, or by the link of its mail; about the date as it then stood.
CREATE TABLE attendances (
    organisation_id  ID      NOT NULL,
    meeting_id       ID      NOT NULL,
    side             TEXT    NOT NULL CHECK (side IN ('mentor', 'mentee')),
    sequence         INTEGER NOT NULL CHECK (sequence >= 0),
    answer           TEXT    NOT NULL CHECK (answer IN ('accepted', 'tentative', 'declined')),
    PRIMARY KEY (organisation_id, meeting_id, side),
    FOREIGN KEY (organisation_id, meeting_id) REFERENCES meetings (organisation_id, id)
);
