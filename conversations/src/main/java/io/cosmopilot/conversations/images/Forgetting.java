package io.cosmopilot.conversations.images;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.turns.Exchange;
import io.cosmopilot.conversations.turns.Turns;

/** Takes passwords out of transcripts again, when their owners have had time to copy them. */
@Component
class Forgetting {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("conversations-forget-password");
    static final Duration AFTER = Duration.ofMinutes(10);

    private final Turns turns;
    private final JdbcClient jdbc;
    // Provided late: the scheduler is built from the tasks.
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    Forgetting(Turns turns, JdbcClient jdbc, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.turns = turns;
        this.jdbc = jdbc;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    void soon(UUID conversation) {
        var id = conversation + "/" + UUID.randomUUID();
        scheduler.ifAvailable(jobs -> jobs.scheduleIfNotExists(
                TASK.instance(id).build(), clock.instant().plus(AFTER)));
    }

    void run(String id) {
        var conversation = UUID.fromString(id.substring(0, id.indexOf('/')));
        turns.take(conversation, "forget:" + id, exchange -> shown(conversation).forEach(seq -> forget(exchange, seq)));
    }

    private List<Long> shown(UUID conversation) {
        return jdbc.sql("""
                        SELECT seq FROM conversations.transcript
                         WHERE conversation = :id AND flow = 'image' AND blocks::text LIKE '%"cpr\\_%'""").param("id", conversation).query(Long.class).list();
    }

    private void forget(Exchange exchange, long seq) {
        turns.find(exchange.before().id(), seq)
                .map(Message::blocks)
                .ifPresent(blocks -> exchange.revise(
                        seq,
                        blocks.stream().map(block -> forgotten(exchange, block)).toArray(Block[]::new)));
    }

    private static Block forgotten(Exchange exchange, Block block) {
        return block instanceof Block.Code code && code.text().startsWith("cpr_")
                ? new Block.Text(exchange.words().say("conversations.image.password.forgotten"))
                : block;
    }
}
