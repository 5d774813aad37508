package io.cosmopilot.deploy.spaces;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.deploy.jobs.Backoff;

/** The work that makes spaces. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SpaceSettings.class)
class SpacesConfiguration {

    @Bean
    Task<Void> provisionSpace(Provisioning provisioning) {
        return Tasks.oneTime(Provisioning.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> provisioning.run(instance.getId()));
    }

    @Bean
    Task<Void> repairSpace(Repairing repairing) {
        return Tasks.oneTime(Repairing.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> repairing.run(instance.getId()));
    }

    @Bean
    Task<Void> repairSpaces(Repairing repairing, SpaceSettings settings) {
        return Tasks.recurring(Repairing.ALL, FixedDelay.of(settings.repairInterval()))
                .execute((instance, context) -> repairing.all());
    }
}
