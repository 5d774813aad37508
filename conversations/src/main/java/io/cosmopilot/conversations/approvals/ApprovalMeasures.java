package io.cosmopilot.conversations.approvals;

import java.util.Locale;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;

/** How many requests of each kind wait for a support agent: counted in PostgreSQL when somebody asks. */
@Component
class ApprovalMeasures implements MeterBinder {

    private final JdbcClient jdbc;

    ApprovalMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.of(Approval.Kind.values())
                .forEach(kind -> Gauge.builder("cosmopilot.approvals.waiting", () -> waiting(kind))
                        .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                        .description("Requests that wait for an agent's decision")
                        .register(registry));
    }

    private long waiting(Approval.Kind kind) {
        return jdbc.sql("SELECT count(*) FROM conversations.approval WHERE kind = ? AND state = 'REQUESTED'")
                .param(kind.name())
                .query(Long.class)
                .single();
    }
}
