-- What the two of a pairing wrote is deleted 90 days after its echo (rules D14); the day that was done.
ALTER TABLE pairings ADD COLUMN forgotten_on TEXT;
