-- Private remarks of agents; the person never sees them.
CREATE TABLE conversations.note (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation uuid        NOT NULL REFERENCES conversations.conversation,
    author       text        NOT NULL,
    at           timestamptz NOT NULL,
    text         text        NOT NULL
);
CREATE INDEX note_conversation ON conversations.note (conversation, id);

-- One row for each time that a matter was closed; verdict is empty until the person says how it was.
CREATE TABLE conversations.rating (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conversation uuid        NOT NULL REFERENCES conversations.conversation,
    agent        text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    verdict      text CHECK (verdict IN ('up', 'down')),
    rated_at     timestamptz
);
CREATE INDEX rating_conversation ON conversations.rating (conversation, id);

-- When each agent was last seen working, so that people are told honestly whether somebody is there.
CREATE TABLE conversations.presence (
    agent text PRIMARY KEY,
    seen  timestamptz NOT NULL
);
