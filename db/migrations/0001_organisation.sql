-- The tenants of this installation, and what the installation itself knows.

CREATE TABLE organisations (
    organisation_id ID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    is_demo BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT organisations_slug UNIQUE (slug)
);

-- One row a fact: how far the demo has travelled, the one-time code of the first start.
CREATE TABLE installation_facts (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
