package io.cosmopilot.bot.chaos;

/** The statements of a turn, as pgbench says them: the same round trips, the same rows, payloads of the usual size. */
final class Statements {

    private Statements() {}

    /** Each client talks in a conversation of its own, as each socket does. */
    static String script(String snapshot, String blocks) {
        return """
                BEGIN;
                SELECT c.*, i.seq AS repeated, p.display_name,
                       ARRAY(SELECT t.name FROM conversations.template t WHERE t.owner = c.person OR t.shared) AS templates
                  FROM conversations.conversation c
                  LEFT JOIN conversations.person p ON p.username = c.person
                  LEFT JOIN conversations.inbound i ON i.conversation = c.id AND i.event = 'x'
                 WHERE c.id = (SELECT id FROM bench WHERE n = :client_id + 1) FOR UPDATE OF c \\gset
                SELECT s.name, a.name AS application FROM deploy.space s LEFT JOIN deploy.application a ON a.space = s.name
                 WHERE s.owner = :person;
                WITH taken AS (
                  INSERT INTO conversations.inbound (conversation, event, seq, at)
                  VALUES (:id::uuid, gen_random_uuid()::text, :last_seq::bigint, now())),
                said AS (
                  INSERT INTO conversations.transcript
                         (conversation, seq, version, author, name, at, flow, step, blocks, approval)
                  SELECT :id::uuid, :last_seq::bigint + r.seq, :version::bigint + 1, r.author, r.name, now(), r.flow, r.step,
                         r.blocks, r.approval
                    FROM jsonb_to_recordset('%1$s'::jsonb)
                      AS r (seq bigint, author text, name text, flow text, step text, blocks jsonb, approval uuid)
                  ON CONFLICT (conversation, seq) DO UPDATE
                     SET blocks = excluded.blocks, approval = excluded.approval, version = excluded.version,
                         revision = transcript.revision + 1),
                posted AS (
                  INSERT INTO conversations.delivery (outlet, seq, version, due, waiting_since)
                  SELECT o.id, r.seq, :version::bigint + 1, now(), now()
                    FROM conversations.outlet o, jsonb_to_recordset('%1$s'::jsonb) AS r (seq bigint, author text)
                   WHERE o.conversation = :id::uuid AND NOT o.closed
                     AND CASE WHEN o.audience = 'PERSON' THEN r.author <> 'PERSON'
                              WHEN o.parent IS NULL THEN true
                              ELSE ('BOT' <> 'BOT' OR false)
                                   AND NOT (r.author = 'AGENT' AND starts_with('x', o.id::text)) END
                  ON CONFLICT (outlet, seq) DO UPDATE
                     SET version = excluded.version, due = greatest(delivery.due, excluded.due), undeliverable = false,
                         waiting_since = CASE WHEN delivery.sent = delivery.version THEN excluded.waiting_since
                                              ELSE delivery.waiting_since END
                  RETURNING 1)
                UPDATE conversations.conversation
                   SET snapshot = '%2$s'::jsonb, last_seq = :last_seq::bigint + 2, version = :version::bigint + 1,
                       mode = 'BOT', agent = NULL, topic = NULL, locale = 'en', waiting = now(), reminded = false,
                       since = CASE WHEN false THEN now() ELSE since END
                 WHERE id = :id::uuid
                RETURNING pg_notify('cosmopilot_transcript', id::text),
                          CASE WHEN false THEN pg_notify('cosmopilot_desk', '')
                               WHEN 'BOT' <> 'BOT' THEN pg_notify('cosmopilot_desk', id::text) END,
                          (SELECT pg_notify('cosmopilot_deliveries', '') FROM posted LIMIT 1);
                COMMIT;
                """.formatted(quoted(rows(blocks)), quoted(snapshot));
    }

    private static String rows(String blocks) {
        return """
                [{"seq": 1, "author": "PERSON", "name": "Somebody",
                  "blocks": [{"type": "text", "text": "the shop of the spring campaign"}]},
                 {"seq": 2, "author": "BOT", "name": "Cosmopilot", "flow": "space", "step": "purpose", "blocks": %s}]""".formatted(blocks);
    }

    /** pgbench takes a colon before a letter for a variable; JSON has blanks behind its colons, and texts are of no matter. */
    private static String quoted(String json) {
        return json.replace("'", "''")
                .replace("\\", "")
                .replaceAll(":(?=\\w)", ";")
                .replace("\n", " ");
    }
}
