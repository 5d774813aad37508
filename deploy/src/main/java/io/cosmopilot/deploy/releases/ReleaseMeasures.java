package io.cosmopilot.deploy.releases;

import java.util.Locale;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many releases are in which phase, of all replicas: counted in PostgreSQL when somebody asks. */
@Component
class ReleaseMeasures implements MeterBinder {

    private final JdbcClient jdbc;

    ReleaseMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Stream.of(Phase.values())
                .forEach(phase -> Gauge.builder("cosmopilot.releases", () -> in(phase))
                        .tag("phase", phase.name().toLowerCase(Locale.ROOT))
                        .description("Releases in a phase")
                        .register(registry));
    }

    private long in(Phase phase) {
        return jdbc.sql("select count(*) from deploy.release where phase = ?")
                .param(phase.name())
                .query(Long.class)
                .single();
    }
}
