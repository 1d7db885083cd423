-- Colleagues, what they may do, and how they came in.

-- `name_folded` is the name as searched and sorted; `email` is stored lower-case. A name-only row is a name and a
-- place in the tree: a manager named by somebody's row, or one kept because a line leads through them. `people_under`
-- is counted over the whole file of the last import, also where only some of its people were kept.
-- `outside_confirmed_at`: the administrator said "reports outside this file, not under the others" for this branch.
CREATE TABLE people (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    called_name TEXT,
    pronouns TEXT,
    email TEXT,
    sign_in_name TEXT,
    external_id TEXT,
    department TEXT,
    site TEXT,
    job_title TEXT,
    level INTEGER,
    time_zone TEXT NOT NULL,
    language TEXT NOT NULL,
    manager_id ID,
    line_state TEXT NOT NULL CHECK (line_state IN ('known', 'broken', 'confirmed_outside')),
    people_under INTEGER NOT NULL,
    outside_confirmed_at BIGINT,
    hired_on TEXT,
    left_on TEXT,
    is_active BOOLEAN NOT NULL,
    is_name_only BOOLEAN NOT NULL,
    invited_at BIGINT,
    sign_in_epoch BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT people_email UNIQUE (organisation_id, email),
    CONSTRAINT people_sign_in_name UNIQUE (organisation_id, sign_in_name),
    CONSTRAINT people_external_id UNIQUE (organisation_id, external_id),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    FOREIGN KEY (organisation_id, manager_id) REFERENCES people (organisation_id, id)
);

CREATE INDEX people_by_name ON people (organisation_id, name_folded, id);
CREATE INDEX people_by_manager ON people (organisation_id, manager_id);
CREATE INDEX people_by_department ON people (organisation_id, department, id);

-- The tree as a whole: who stands at the top, and how many people the organisation has.
CREATE TABLE reporting_trees (
    organisation_id ID NOT NULL,
    top_id ID,
    headcount INTEGER NOT NULL,
    counted_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id),
    FOREIGN KEY (organisation_id, top_id) REFERENCES people (organisation_id, id)
);

-- The word for a level, so that a card can say "Director" and never a number.
CREATE TABLE level_names (
    organisation_id ID NOT NULL,
    level INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (organisation_id, level),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

-- `programme_id` NULL: the whole organisation. It points upwards (programmes stand on a higher floor), so it is no
-- foreign key; the programme removes its roles with itself.
CREATE TABLE roles (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    person_id ID NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('administrator', 'coordinator', 'sponsor', 'analyst', 'confidential_contact',
                                       'employee_representative', 'conflicts')),
    programme_id ID,
    granted_by ID,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

CREATE UNIQUE INDEX roles_of_programme ON roles (organisation_id, person_id, role, programme_id)
    WHERE programme_id IS NOT NULL;
CREATE UNIQUE INDEX roles_of_organisation ON roles (organisation_id, person_id, role) WHERE programme_id IS NULL;
CREATE INDEX roles_by_programme ON roles (organisation_id, programme_id, role);

-- A mapping kept for the next time a file with the same header comes. The digest tells headers apart without keeping
-- the names of columns that nobody reads.
CREATE TABLE import_mappings (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    header_digest BYTES NOT NULL,
    mapping TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, id),
    CONSTRAINT import_mappings_header UNIQUE (organisation_id, header_digest),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

-- `report` is what the file as a whole has to say (tree, repairs, what was not read); figures stand in columns.
CREATE TABLE people_imports (
    organisation_id ID NOT NULL,
    id ID NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('staged', 'applying', 'applied', 'cancelled', 'expired')),
    source TEXT NOT NULL CHECK (source IN ('file', 'paste', 'command_line')),
    mapping TEXT NOT NULL,
    report TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    repaired INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    done INTEGER NOT NULL,
    started_by ID,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id) REFERENCES organisations (organisation_id)
);

CREATE INDEX people_imports_by_time ON people_imports (organisation_id, started_at, id);
-- One at a time: two imports that apply together would build two trees.
CREATE UNIQUE INDEX people_imports_applying ON people_imports (organisation_id) WHERE state = 'applying';
CREATE INDEX people_imports_unfinished ON people_imports (started_at) WHERE state = 'staged';

-- Staging: mapped cells only (rules 11). Emptied when the import is applied or cancelled, and after 24 hours.
-- `person_id` is the person the row means, made when the row is staged so that lines between rows can be drawn.
CREATE TABLE people_import_rows (
    organisation_id ID NOT NULL,
    import_id ID NOT NULL,
    line INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('added', 'changed', 'unchanged', 'refused', 'name_only', 'left_out')),
    is_repaired BOOLEAN NOT NULL,
    person_id ID,
    cells TEXT NOT NULL,
    PRIMARY KEY (organisation_id, import_id, line),
    FOREIGN KEY (organisation_id, import_id) REFERENCES people_imports (organisation_id, id)
);

CREATE INDEX people_import_rows_by_outcome ON people_import_rows (organisation_id, import_id, outcome, line);

-- What was wrong in a row: refused with it, or repaired. Kept for 24 hours, because `value` is a cell of the file.
CREATE TABLE people_import_problems (
    organisation_id ID NOT NULL,
    import_id ID NOT NULL,
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    column_name TEXT,
    value TEXT,
    reason TEXT NOT NULL,
    is_repaired BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, import_id, position),
    FOREIGN KEY (organisation_id, import_id) REFERENCES people_imports (organisation_id, id)
);
