package io.cosmopilot.conversations.approvals;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks every minute, on one of the replicas, for requests that wait too long. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalRules.class)
class Overdue {

    private static final Duration OFTEN = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> approvalDeadlines(Approvals approvals) {
        return Tasks.recurring("approval-deadlines", FixedDelay.of(OFTEN))
                .execute((instance, context) -> approvals.hurry());
    }
}
