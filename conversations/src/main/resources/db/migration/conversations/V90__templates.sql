-- Templates that people wrote: their own, or everybody's once an agent has accepted them.
CREATE TABLE conversations.template (
    owner     text        NOT NULL,
    name      text        NOT NULL,
    title     text        NOT NULL,
    yaml      text        NOT NULL,
    variables text        NOT NULL,
    shared    boolean     NOT NULL DEFAULT false,
    kept_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner, name)
);
CREATE UNIQUE INDEX template_shared ON conversations.template (name) WHERE shared;
