-- What one replica does at a time, and which one does it.
CREATE TABLE adapters.lease (
    name   text PRIMARY KEY,
    holder text        NOT NULL,
    until  timestamptz NOT NULL
);
