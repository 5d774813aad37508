CREATE SCHEMA IF NOT EXISTS conversations;

-- One row a conversation. A turn locks it, so that everything said in it happens one after the other.
CREATE TABLE conversations.conversation (
    id       uuid PRIMARY KEY,
    channel  text        NOT NULL,
    person   text        NOT NULL,
    locale   text        NOT NULL,
    snapshot jsonb       NOT NULL,
    last_seq bigint      NOT NULL DEFAULT 0,
    version  bigint      NOT NULL DEFAULT 0,
    mode     text        NOT NULL DEFAULT 'BOT' CHECK (mode IN ('BOT', 'WAITING', 'AGENT')),
    agent    text,
    topic    text,
    since    timestamptz NOT NULL,
    UNIQUE (channel, person)
);
CREATE INDEX conversation_mode ON conversations.conversation (mode, since);

-- What was taken already: a channel may repeat an event as often as it likes.
CREATE TABLE conversations.inbound (
    conversation uuid        NOT NULL REFERENCES conversations.conversation,
    event        text        NOT NULL,
    seq          bigint      NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (conversation, event)
);

-- What was said. version is the conversation's when the row was last written: who follows reads what is newer.
CREATE TABLE conversations.transcript (
    conversation uuid        NOT NULL REFERENCES conversations.conversation,
    seq          bigint      NOT NULL,
    revision     int         NOT NULL DEFAULT 0,
    version      bigint      NOT NULL,
    author       text        NOT NULL,
    name         text        NOT NULL,
    at           timestamptz NOT NULL,
    flow         text,
    step         text,
    blocks       jsonb       NOT NULL,
    approval     uuid,
    PRIMARY KEY (conversation, seq)
);
CREATE INDEX transcript_version ON conversations.transcript (conversation, version);
CREATE INDEX transcript_approval ON conversations.transcript (approval) WHERE approval IS NOT NULL;

-- Who asked, who decided, what was done, refusals included. Only ever appended to.
CREATE TABLE conversations.audit (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    who     text        NOT NULL,
    what    text        NOT NULL,
    subject text        NOT NULL,
    detail  text        NOT NULL DEFAULT ''
);
CREATE INDEX audit_subject ON conversations.audit (subject, at);

-- What each person has done on the way from an account to an application that is open to the world.
CREATE TABLE conversations.journey (
    person text        NOT NULL,
    step   text        NOT NULL,
    at     timestamptz NOT NULL,
    PRIMARY KEY (person, step)
);
