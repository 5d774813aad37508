-- Failures are forgiven one by one as time goes by; what was counted before may be forgotten.
DROP TABLE conversations.sign_in_failure;

-- Failures to sign in, by what they have in common: "name:…" or "address:…".
CREATE TABLE conversations.sign_in_failure (
    subject     text PRIMARY KEY,
    failed_at   timestamptz NOT NULL,
    -- When the last of them is forgiven: each puts it off by as long as one takes.
    forgiven_at timestamptz NOT NULL
);

CREATE INDEX sign_in_failure_forgiven ON conversations.sign_in_failure (forgiven_at);
