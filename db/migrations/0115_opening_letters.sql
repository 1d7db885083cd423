-- The letter in the sponsor's name (rules 15): written by whoever coordinates, agreed to by the sponsor, published. The
-- words of the version being written and of the one published are kept. `request_id` is new with every asking; the
-- sponsor is named without a reference, because asking another one takes their row away and the yes with it.
CREATE TABLE opening_letters (
    organisation_id    ID     NOT NULL,
    programme_id       ID     NOT NULL,
    version            BIGINT NOT NULL CHECK (version >= 1),
    request_id         ID,
    asked_of           ID,
    agreed_by          ID,
    agreed_at          BIGINT,
    published_version  BIGINT,
    published_by       ID,
    published_at       BIGINT,
    PRIMARY KEY (organisation_id, programme_id),
    UNIQUE (organisation_id, request_id),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES programmes (organisation_id, id)
);

CREATE TABLE opening_letter_texts (
    organisation_id  ID     NOT NULL,
    programme_id     ID     NOT NULL,
    version          BIGINT NOT NULL,
    language         TEXT   NOT NULL,
    text             TEXT   NOT NULL,
    PRIMARY KEY (organisation_id, programme_id, version, language),
    FOREIGN KEY (organisation_id, programme_id) REFERENCES opening_letters (organisation_id, programme_id)
);
