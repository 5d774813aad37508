package io.cosmopilot.deploy.registry;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.deploy.jobs.Backoff;
import io.cosmopilot.deploy.registry.RegistrySettings.Kind;

/** The registry that is configured, and the work that concerns it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrySettings.class)
class RegistryConfiguration {

    @Bean
    Registry registry(RegistrySettings settings, Rooms rooms, Robots robots, Issuing issuing) {
        var http = new RegistryHttp(settings.base());
        var harbor = settings.harbor();
        return settings.kind() == Kind.HARBOR
                ? new Harbor(rooms, robots, http, harbor.username(), harbor.password())
                : new Distribution(rooms, robots, issuing, http);
    }

    @Bean
    HealthIndicator registryHealthIndicator(RegistrySettings settings) {
        return new RegistryHealth(settings, new RegistryHttp(settings.base()));
    }

    @Bean
    Task<Void> imageMember(Admitting admitting) {
        return Tasks.oneTime(Admitting.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> admitting.run(instance.getId()));
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
