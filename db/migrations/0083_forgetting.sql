-- What the two of a pair wrote goes with the pair (rules D14): of an introduction that was made its day stays and its
-- words go; of a wish after a pair the wish stays and the note goes. A column cannot lose its NOT NULL in place, so both
-- are made anew.

ALTER TABLE introductions RENAME COLUMN sealed_why TO sealed_why_before;
ALTER TABLE introductions ADD COLUMN sealed_why BYTES;
UPDATE introductions SET sealed_why = sealed_why_before;
ALTER TABLE introductions DROP COLUMN sealed_why_before;

ALTER TABLE rematches RENAME COLUMN sealed_note TO sealed_note_before;
ALTER TABLE rematches ADD COLUMN sealed_note BYTES;
UPDATE rematches SET sealed_note = sealed_note_before;
ALTER TABLE rematches DROP COLUMN sealed_note_before;
