-- Since when an open question waits for the person, and whether they were reminded of it.
ALTER TABLE conversations.conversation ADD COLUMN waiting timestamptz;
ALTER TABLE conversations.conversation ADD COLUMN reminded boolean NOT NULL DEFAULT false;
CREATE INDEX conversation_waiting ON conversations.conversation (waiting) WHERE waiting IS NOT NULL;
