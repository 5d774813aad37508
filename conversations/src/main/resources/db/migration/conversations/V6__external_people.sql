-- People for whom the portal's own issuer vouches. They are who they are by (issuer, subject); an e-mail address that a
-- built-in account has too makes them nobody else.
ALTER TABLE conversations.person ADD COLUMN issuer text, ADD COLUMN subject text;
CREATE UNIQUE INDEX person_external ON conversations.person (issuer, subject);
DROP INDEX conversations.person_email;
CREATE UNIQUE INDEX person_email ON conversations.person (lower(email)) WHERE issuer IS NULL;
