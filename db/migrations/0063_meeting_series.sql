-- Several conversations proposed in one go; the other takes them all at once, or each for itself. Once a date is moved it
-- goes its own way.
ALTER TABLE meetings ADD COLUMN series_id ID;
CREATE INDEX meetings_by_series ON meetings (organisation_id, series_id);
