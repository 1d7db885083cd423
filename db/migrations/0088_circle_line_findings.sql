-- Whom a coordinator was last told of as standing in one line, or over a partner, within a circle: a digest of the couples
-- found, so that another finding is told again and the same one is not.
ALTER TABLE circles ADD COLUMN told_finding TEXT;
