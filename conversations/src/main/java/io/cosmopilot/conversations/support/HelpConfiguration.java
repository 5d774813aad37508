package io.cosmopilot.conversations.support;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute, on one of the replicas, for people who wait too long for another one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HelpRules.class)
class HelpConfiguration {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> helpClockRound(HelpClock clock) {
        return Tasks.recurring("help-clock", FixedDelay.of(OFTEN)).execute((instance, context) -> clock.look());
    }
}
