-- Who keeps whose dates: an assistant books and moves for a principal, and sees nothing else. The row goes when either ends
-- it.

CREATE TABLE delegations (
    organisation_id  ID   NOT NULL,
    id               ID   NOT NULL,
    principal_id     ID   NOT NULL,
    assistant_id     ID   NOT NULL,
    since_on         TEXT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    UNIQUE (organisation_id, principal_id, assistant_id),
    FOREIGN KEY (organisation_id, principal_id) REFERENCES people (organisation_id, id),
    FOREIGN KEY (organisation_id, assistant_id) REFERENCES people (organisation_id, id),
    CHECK (principal_id <> assistant_id)
);
CREATE INDEX delegations_by_assistant ON delegations (organisation_id, assistant_id);
