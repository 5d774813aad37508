package io.cosmopilot.deploy.releases;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.deploy.jobs.Backoff;

/** The work that moves releases on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReleaseSettings.class)
class ReleasesConfiguration {

    @Bean
    Task<Void> planRelease(Planning planning) {
        return Tasks.oneTime(Planning.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> planning.run(instance.getId()));
    }

    @Bean
    Task<Void> applyRelease(Applying applying) {
        return Tasks.oneTime(Applying.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> applying.run(instance.getId()));
    }
}
