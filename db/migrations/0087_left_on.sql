-- The day on which somebody left a programme, so that their dates are called off once it has ended (decision 0171).
-- Whoever left before this has none: theirs are called off at once.
ALTER TABLE enrolments ADD COLUMN left_on TEXT;
