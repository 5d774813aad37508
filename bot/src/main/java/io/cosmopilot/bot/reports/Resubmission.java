package io.cosmopilot.bot.reports;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/**
 * Tells again what was not heard: reports whose listener failed, and those of a replica that was killed, which the
 * registry marks as failed when they are stale. It is a job, so that one replica does it at a time.
 */
@Configuration(proxyBeanMethods = false)
class Resubmission {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 100;

    @Bean
    RecurringTask<Void> resubmitReports(ObjectProvider<FailedEventPublications> reports) {
        return Tasks.recurring("resubmit-reports", FixedDelay.of(PAUSE))
                .execute((instance, context) -> reports.getObject()
                        .resubmit(ResubmissionOptions.defaults()
                                .withMinAge(Duration.ofSeconds(5))
                                .withBatchSize(AT_ONCE)));
    }
}
