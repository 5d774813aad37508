-- How often a wait for an agent was raised; since tells which of a conversation's waits.
CREATE TABLE conversations.help (
    conversation uuid PRIMARY KEY REFERENCES conversations.conversation,
    since        timestamptz NOT NULL,
    raised       int         NOT NULL
);

-- A call that is over is not shown otherwise any more; a reminder of one is no place for the talk.
ALTER TABLE conversations.support_call ADD COLUMN closed boolean NOT NULL DEFAULT false;
ALTER TABLE conversations.support_call ADD COLUMN reminder boolean NOT NULL DEFAULT false;
UPDATE conversations.support_call SET closed = true
 WHERE conversation IN (SELECT id FROM conversations.conversation WHERE mode = 'BOT');
