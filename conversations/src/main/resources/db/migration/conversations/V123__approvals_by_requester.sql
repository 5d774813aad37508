-- Somebody who has no space yet is told what became of asking for one.
CREATE INDEX approval_requester ON conversations.approval (requester, kind);
