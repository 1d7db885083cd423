-- The secret of the link in the mail of a nudge; those of earlier versions have none.
ALTER TABLE nudges ADD COLUMN nonce ID;
