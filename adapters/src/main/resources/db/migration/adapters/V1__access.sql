CREATE SCHEMA IF NOT EXISTS adapters;

-- Who is signed in. The cookie's secret is kept as a hash only; "id" is what tokens and logs may name.
CREATE TABLE adapters.session (
    id         uuid PRIMARY KEY,
    secret     text        NOT NULL UNIQUE,
    person     text        NOT NULL,
    opened_at  timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX session_person ON adapters.session (person);
CREATE INDEX session_expiry ON adapters.session (expires_at);

-- The key that signs tokens: made by whichever replica needs it first, shared by all.
CREATE TABLE adapters.token_key (
    id      integer PRIMARY KEY CHECK (id = 1),
    secret  bytea       NOT NULL,
    made_at timestamptz NOT NULL
);
