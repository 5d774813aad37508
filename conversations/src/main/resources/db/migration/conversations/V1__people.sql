CREATE SCHEMA IF NOT EXISTS conversations;

CREATE TABLE conversations.person (
    username      text PRIMARY KEY,
    display_name  text        NOT NULL,
    email         text        NOT NULL,
    password      text        NOT NULL,
    roles         text[]      NOT NULL,
    language      text CHECK (language IN ('zh', 'en')),
    registered_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX person_email ON conversations.person (lower(email));

-- Failures to sign in, by what they have in common: "name:…" or "address:…".
CREATE TABLE conversations.sign_in_failure (
    subject  text PRIMARY KEY,
    failures integer     NOT NULL,
    last_at  timestamptz NOT NULL
);

CREATE INDEX sign_in_failure_age ON conversations.sign_in_failure (last_at);
