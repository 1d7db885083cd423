-- A date of a first conversation to which nobody comes any more.
ALTER TABLE exploratory_meetings ADD COLUMN is_called_off BOOLEAN NOT NULL DEFAULT FALSE;
-- The secret of the link in such a mail; mails from before have none.
ALTER TABLE exploratory_tellings ADD COLUMN nonce ID;
