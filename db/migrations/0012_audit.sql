-- What must follow a private act is seen from how things stand (docs/decisions/0090): nothing waits in a row that would
-- say that somebody acted.

DROP TABLE private_work;
