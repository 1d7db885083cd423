-- Days on which a site is closed. Site '': the whole house. No reference: a site is what stands beside people's names.
CREATE TABLE holidays (
    organisation_id  ID   NOT NULL,
    site             TEXT NOT NULL,
    day              TEXT NOT NULL,
    name             TEXT NOT NULL,
    PRIMARY KEY (organisation_id, site, day),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);
