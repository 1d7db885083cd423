-- What a meeting is: a conversation, or something two people do together; planned, held and counted in hours like one.
ALTER TABLE meetings ADD COLUMN activity TEXT NOT NULL DEFAULT 'conversation'
    CHECK (activity IN ('conversation', 'shadowing', 'visit', 'floor_walk', 'trying_out'));
