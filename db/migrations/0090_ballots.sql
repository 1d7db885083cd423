-- Anonymous answers (engineering.md 4, RFC 9474). Nothing here ties what was answered to a person, and no time is kept of
-- either: who may answer is written down before anything is asked, what was answered stands under the digest of a token
-- that was signed unseen, sealed until closing. Both secret keys of a set are a file of the key folder named by `key_id`.
CREATE TABLE question_sets (
    organisation_id  ID      NOT NULL,
    id               ID      NOT NULL,
    questions        TEXT    NOT NULL,
    closes_at        BIGINT  NOT NULL,
    public_key       BYTES,
    box_key          BYTES,
    key_id           ID,
    is_closed        BOOLEAN NOT NULL,
    PRIMARY KEY (organisation_id, id)
);

-- One row a person who may answer, from the first day and for as long as the set is open; the digest of what was blinded
-- once their ballot has been issued, so that it is issued once.
CREATE TABLE ballot_issues (
    organisation_id  ID     NOT NULL,
    question_set_id  ID     NOT NULL,
    person_id        ID     NOT NULL,
    blinded_digest   BYTES,
    PRIMARY KEY (organisation_id, question_set_id, person_id),
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id),
    FOREIGN KEY (organisation_id, person_id) REFERENCES people (organisation_id, id)
);

-- Ordered by the digest of the token, which is chance. `mark` tells the same answers from others to whoever holds the
-- token, and to nobody else. A row number would tell when a ballot came.
CREATE TABLE ballot_box (
    organisation_id  ID     NOT NULL,
    question_set_id  ID     NOT NULL,
    token_digest     BYTES  NOT NULL,
    mark             BYTES  NOT NULL,
    locked_answers   BYTES  NOT NULL,
    PRIMARY KEY (organisation_id, question_set_id, token_digest),
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id)
)
-- sqlite:
WITHOUT ROWID
-- both:
;

-- After closing: what was answered, under new ids, in the order of those. Texts stand apart from figures and from each
-- other.
CREATE TABLE ballots (
    organisation_id  ID     NOT NULL,
    id               ID     NOT NULL,
    question_set_id  ID     NOT NULL,
    sealed_answers   BYTES  NOT NULL,
    PRIMARY KEY (organisation_id, id),
    FOREIGN KEY (organisation_id, question_set_id) REFERENCES question_sets (organisation_id, id)
);
CREATE INDEX ballots_by_set ON ballots (organisation_id, question_set_id);
