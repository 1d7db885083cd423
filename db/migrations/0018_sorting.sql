-- Every order in which a list of a whole house can be paged has its index: a page is read where the last one ended,
-- however long the list. Orders within one programme, one person or one import of a few rows are sorted as they are read.

-- People by department and level, where those without one come first, and links by their people in the same order.
CREATE INDEX people_by_known_department ON people (organisation_id, (COALESCE(department, '')), id);
CREATE INDEX people_by_level ON people (organisation_id, (COALESCE(level, -1)), id);
-- Where reporting lines end, by how many people stand under them.
CREATE INDEX people_by_broken_line ON people (organisation_id, people_under, id)
    WHERE line_state = 'broken' AND manager_id IS NULL;
CREATE INDEX people_by_site ON people (organisation_id, site, id);

-- What the file of an import held, by reason and by column; by outcome there is one.
CREATE INDEX people_import_problems_by_reason ON people_import_problems (organisation_id, import_id, reason, position);
CREATE INDEX people_import_problems_by_column
    ON people_import_problems (organisation_id, import_id, (COALESCE(column_name, '')), position);

CREATE INDEX conflict_people_by_name ON conflict_people (organisation_id, place, name_folded, conflict_id);
CREATE INDEX conflicts_by_day ON conflicts (organisation_id, entered_on, id);

-- The chain of events by kind, for the filter too.
CREATE INDEX events_by_kind ON events (organisation_id, kind, position) WHERE position IS NOT NULL;
