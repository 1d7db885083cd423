-- A question to eight people or more can be answered without a name as well: the set of ballots that is opened with it.
ALTER TABLE questions ADD COLUMN question_set_id ID;
