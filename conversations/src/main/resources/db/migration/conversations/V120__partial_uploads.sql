-- Files that arrive in parts. What is complete moves to conversations.upload, under the same id.
CREATE TABLE conversations.partial_upload (
    id          uuid PRIMARY KEY,
    owner       text        NOT NULL,
    name        text        NOT NULL,
    size        bigint      NOT NULL CHECK (size > 0),
    sha256      text,
    arrived     bigint      NOT NULL DEFAULT 0 CHECK (arrived <= size),
    begun_at    timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL
);

CREATE INDEX partial_upload_owner ON conversations.partial_upload (owner, begun_at);
CREATE INDEX partial_upload_expiry ON conversations.partial_upload (expires_at);

CREATE TABLE conversations.upload_part (
    upload      uuid        NOT NULL REFERENCES conversations.partial_upload ON DELETE CASCADE,
    position    bigint      NOT NULL,
    content     bytea       NOT NULL,
    PRIMARY KEY (upload, position)
);
