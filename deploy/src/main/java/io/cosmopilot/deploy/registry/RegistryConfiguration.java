package io.cosmopilot.deploy.registry;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.deploy.jobs.Backoff;

/** The registry that is configured, and the work that concerns it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrySettings.class)
class RegistryConfiguration {

    @Bean
    Registry registry(RegistrySettings settings, Rooms rooms, Issuing issuing) {
        return new Distribution(rooms, issuing, new RegistryHttp(settings.base()));
    }

    @Bean
    Task<Void> imageArrival(Arriving arriving) {
        return Tasks.oneTime(Arriving.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> arriving.run(instance.getId()));
    }

    @Bean
    Task<Void> imageRemoval(Removing removing) {
        return Tasks.oneTime(Removing.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> removing.run(instance.getId()));
    }

    @Bean
    Task<Void> registryWalk(Walking walking, RegistrySettings settings) {
        return Tasks.recurring("deploy-registry-walk", FixedDelay.of(settings.walk()))
                .execute((instance, context) -> walking.walk());
    }
}
