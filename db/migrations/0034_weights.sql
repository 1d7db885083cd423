-- How much each part of a benefit counts, and the two hard rules that a programme may do without (docs/matching.md).
ALTER TABLE programmes ADD COLUMN weights_topics INTEGER NOT NULL DEFAULT 60 CHECK (weights_topics BETWEEN 0 AND 100);
ALTER TABLE programmes ADD COLUMN weights_style INTEGER NOT NULL DEFAULT 15 CHECK (weights_style BETWEEN 0 AND 100);
ALTER TABLE programmes
    ADD COLUMN weights_distance INTEGER NOT NULL DEFAULT 15 CHECK (weights_distance BETWEEN 0 AND 100);
ALTER TABLE programmes ADD COLUMN weights_times INTEGER NOT NULL DEFAULT 10 CHECK (weights_times BETWEEN 0 AND 100);
ALTER TABLE programmes ADD COLUMN needs_common_time BOOLEAN NOT NULL DEFAULT TRUE;
ALTER TABLE programmes ADD COLUMN needs_common_language BOOLEAN NOT NULL DEFAULT TRUE;
