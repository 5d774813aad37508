-- Requests of every kind, not of spaces only; where two agents have to agree, the first; and until when.
ALTER TABLE conversations.approval RENAME COLUMN space TO subject;
ALTER TABLE conversations.approval
    ALTER COLUMN asked_storage DROP NOT NULL,
    ALTER COLUMN asked_cpu DROP NOT NULL,
    ALTER COLUMN asked_memory DROP NOT NULL,
    ADD COLUMN kind text NOT NULL DEFAULT 'SPACE' CHECK (kind IN ('SPACE', 'QUOTA', 'TEMPLATE', 'HOST_PATH')),
    ADD COLUMN detail text,
    ADD COLUMN first_by text,
    -- What comes next if nobody does anything, and when.
    ADD COLUMN next_stage text NOT NULL DEFAULT 'REMINDED' CHECK (next_stage IN ('REMINDED', 'ESCALATED', 'EXPIRED')),
    ADD COLUMN next_at timestamptz NOT NULL DEFAULT now() + interval '4 hours';
ALTER TABLE conversations.approval ALTER COLUMN kind DROP DEFAULT, ALTER COLUMN next_at DROP DEFAULT;

DROP INDEX conversations.approval_open;
CREATE UNIQUE INDEX approval_open ON conversations.approval (kind, subject) WHERE state IN ('REQUESTED', 'COUNTERED');
CREATE INDEX approval_next ON conversations.approval (next_at) WHERE state IN ('REQUESTED', 'COUNTERED');
