-- Interactions on a server that can still be answered there, by Discord's token of each; a quarter of an hour.
CREATE TABLE adapters.discord_opening (
    interaction text PRIMARY KEY,
    person      text        NOT NULL,
    token       text        NOT NULL,
    answered    boolean     NOT NULL DEFAULT false,
    begun_at    timestamptz NOT NULL
);
CREATE INDEX discord_opening_person ON adapters.discord_opening (person, begun_at);

-- Forms of several parts, until the last part comes.
CREATE TABLE adapters.discord_form (
    person       text        NOT NULL,
    conversation uuid        NOT NULL,
    seq          bigint      NOT NULL,
    fields       jsonb       NOT NULL,
    kept_at      timestamptz NOT NULL,
    PRIMARY KEY (person, conversation, seq)
);

-- Messages in support channels that take more than one of Discord's: the first, and all of them.
CREATE TABLE adapters.discord_root (
    message text PRIMARY KEY,
    remote  text NOT NULL
);
