-- Every version of an agreement that both had signed, and when the second did: signatures of an earlier version are taken
-- back when the agreement changes, and that it stood is part of the life of a pair.
CREATE TABLE signed_agreements (
    organisation_id  ID      NOT NULL,
    pairing_id       ID      NOT NULL,
    version          INTEGER NOT NULL CHECK (version >= 1),
    signed_at        BIGINT  NOT NULL,
    PRIMARY KEY (organisation_id, pairing_id, version),
    FOREIGN KEY (organisation_id, pairing_id) REFERENCES pairings (organisation_id, id)
);
INSERT INTO signed_agreements (organisation_id, pairing_id, version, signed_at)
SELECT organisation_id, pairing_id, document_version, MAX(signed_at) FROM signatures
WHERE document = 'agreement' GROUP BY organisation_id, pairing_id, document_version HAVING COUNT(*) = 2;
