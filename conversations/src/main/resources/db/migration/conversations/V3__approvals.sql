-- A request that somebody decides. A decision is one compare-and-set on its state.
CREATE TABLE conversations.approval (
    id              uuid PRIMARY KEY,
    requester       text        NOT NULL,
    conversation    uuid        NOT NULL REFERENCES conversations.conversation,
    -- Where the reports of what becomes of it go: "<conversation>/<draft>".
    reference       text        NOT NULL UNIQUE,
    space           text        NOT NULL,
    purpose         text        NOT NULL,
    asked_storage   int         NOT NULL,
    asked_cpu       int         NOT NULL,
    asked_memory    int         NOT NULL,
    state           text        NOT NULL CHECK (state IN
        ('REQUESTED', 'APPROVED', 'REFUSED', 'COUNTERED', 'ACCEPTED', 'WITHDRAWN', 'EXPIRED')),
    granted_storage int,
    granted_cpu     int,
    granted_memory  int,
    reason          text,
    decided_by      text,
    requested_at    timestamptz NOT NULL,
    decided_at      timestamptz,
    changed_at      timestamptz NOT NULL,
    -- The grant begins here, not when it was asked for.
    provisioned_at  timestamptz,
    provisioning    text
);

-- A name is asked for by one request at a time.
CREATE UNIQUE INDEX approval_open ON conversations.approval (space) WHERE state IN ('REQUESTED', 'COUNTERED');
CREATE INDEX approval_settled ON conversations.approval (changed_at) WHERE state NOT IN ('REQUESTED', 'COUNTERED');
