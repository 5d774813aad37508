package io.cosmopilot.conversations.outlets;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many messages wait to be delivered, and how many never will be: counted in PostgreSQL when somebody asks. */
@Component
class DeliveryMeasures implements MeterBinder {

    private final DeliveryBook book;

    DeliveryMeasures(DeliveryBook book) {
        this.book = book;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("cosmopilot.deliveries.waiting", book::pending)
                .description("Messages that wait to be delivered to Slack or Discord")
                .register(registry);
        Gauge.builder("cosmopilot.deliveries.undeliverable", book::givenUp)
                .description("Messages that a channel will never take")
                .register(registry);
    }
}
