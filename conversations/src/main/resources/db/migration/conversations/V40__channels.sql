-- Accounts of other channels that a signed-in person has linked.
CREATE TABLE conversations.link (
    channel   text        NOT NULL,
    account   text        NOT NULL,
    person    text        NOT NULL REFERENCES conversations.person,
    name      text        NOT NULL,
    place     text        NOT NULL,
    linked_at timestamptz NOT NULL,
    PRIMARY KEY (channel, account),
    UNIQUE (channel, person)
);

-- One-time invitations to link; the secret itself is known to whoever got it.
CREATE TABLE conversations.link_offer (
    secret     text PRIMARY KEY,
    channel    text        NOT NULL,
    account    text        NOT NULL,
    name       text        NOT NULL,
    place      text        NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX link_offer_expiry ON conversations.link_offer (expires_at);

-- Where what is said in a conversation is pushed to. A thread stands below a message of another outlet.
CREATE TABLE conversations.outlet (
    id            uuid PRIMARY KEY,
    conversation  uuid    NOT NULL REFERENCES conversations.conversation,
    channel       text    NOT NULL,
    place         text    NOT NULL,
    audience      text    NOT NULL CHECK (audience IN ('PERSON', 'AGENTS')),
    locale        text    NOT NULL,
    parent        uuid REFERENCES conversations.outlet,
    parent_seq    bigint,
    closed        boolean NOT NULL DEFAULT false,
    -- A replica is at it until then.
    claimed_until timestamptz,
    UNIQUE (conversation, channel, audience)
);

-- One row a message and outlet: which version it should show there, and which it shows.
CREATE TABLE conversations.delivery (
    outlet        uuid        NOT NULL REFERENCES conversations.outlet,
    seq           bigint      NOT NULL,
    version       bigint      NOT NULL,
    sent          bigint,
    remote        text,
    attempts      int         NOT NULL DEFAULT 0,
    -- An attempt may have arrived without our knowing.
    uncertain     boolean     NOT NULL DEFAULT false,
    due           timestamptz NOT NULL,
    waiting_since timestamptz NOT NULL,
    trouble       text,
    undeliverable boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (outlet, seq)
);
CREATE INDEX delivery_due ON conversations.delivery (due)
    WHERE sent IS DISTINCT FROM version AND NOT undeliverable;
CREATE INDEX delivery_order ON conversations.delivery (outlet, version, seq)
    WHERE sent IS DISTINCT FROM version AND NOT undeliverable;
CREATE INDEX delivery_remote ON conversations.delivery (remote) WHERE remote IS NOT NULL;

-- Which conversation each call for help in a support channel is about.
CREATE TABLE conversations.support_call (
    outlet       uuid   NOT NULL REFERENCES conversations.outlet,
    seq          bigint NOT NULL,
    conversation uuid   NOT NULL REFERENCES conversations.conversation,
    PRIMARY KEY (outlet, seq)
);
CREATE INDEX support_call_conversation ON conversations.support_call (conversation);
