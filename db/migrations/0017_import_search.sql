-- Staged rows are found by what they say: every cell that was read, folded, one a line.
ALTER TABLE people_import_rows ADD COLUMN cells_folded TEXT NOT NULL DEFAULT '';
