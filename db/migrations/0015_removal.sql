-- Whoever is not needed goes at the next import (rules 11).

-- From `removable_at` on; NULL: they are needed, because they were invited, hold a role, were given a link, or take
-- part. Whoever came before this rule and is needed for nothing gets their 90 days from now on like everybody else.
ALTER TABLE people ADD COLUMN removable_at BIGINT;

CREATE INDEX people_by_removal ON people (organisation_id, removable_at) WHERE removable_at IS NOT NULL;

UPDATE people SET removable_at = created_at + 7776000000000
WHERE invited_at IS NULL
  AND id NOT IN (SELECT person_id FROM roles)
  AND id NOT IN (SELECT person_id FROM passwords)
  AND id NOT IN (SELECT person_id FROM password_links)
  AND id NOT IN (SELECT person_id FROM notices)
  AND id NOT IN (SELECT person_id FROM mails)
  AND id NOT IN (SELECT person_id FROM opened_tops)
  AND id NOT IN (SELECT person_id FROM sponsors WHERE person_id IS NOT NULL)
  AND id NOT IN (SELECT person_id FROM join_requests WHERE person_id IS NOT NULL)
  AND id NOT IN (SELECT person_id FROM enrolments)
  AND id NOT IN (SELECT mentor_id FROM locks)
  AND id NOT IN (SELECT mentee_id FROM locks)
  AND id NOT IN (SELECT mentor_id FROM bans)
  AND id NOT IN (SELECT mentee_id FROM bans)
  AND id NOT IN (SELECT person_id FROM partner_people)
  AND id NOT IN (SELECT person_id FROM pairing_people);

-- "Not with this person" outlives the row of that person: should they come in again, they are known by name
-- (decision 0060), and nobody can tell from who was kept that somebody had named them.
ALTER TABLE exclusions RENAME TO exclusions_before;

CREATE TABLE exclusions (
    organisation_id ID NOT NULL,
    person_id ID NOT NULL,
    excluded_id ID NOT NULL,
    excluded_name TEXT NOT NULL,
    excluded_name_folded TEXT NOT NULL,
    PRIMARY KEY (organisation_id, person_id, excluded_id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id),
    CHECK (person_id <> excluded_id)
);

INSERT INTO exclusions (organisation_id, person_id, excluded_id, excluded_name, excluded_name_folded)
SELECT x.organisation_id, x.person_id, x.excluded_id, COALESCE(p.called_name, p.name), p.name_folded
FROM exclusions_before x
JOIN people p ON p.organisation_id = x.organisation_id AND p.id = x.excluded_id;
DROP TABLE exclusions_before;
