package io.cosmopilot.deploy.builds;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.deploy.jobs.Backoff;
import io.cosmopilot.deploy.registry.RegistrySettings;

/** The work that makes images. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BuildSettings.class)
class BuildsConfiguration {

    BuildsConfiguration(RegistrySettings registry) {
        if (registry.plainHttp()) {
            // Jib sends credentials over plain HTTP only when it is told so for the whole process.
            System.setProperty("sendCredentialsOverHttp", "true");
        }
    }

    @Bean
    Outward codeOutward() {
        return new Outward(new Addresses(Addresses.Resolver.system()));
    }

    @Bean
    Fetching codeFetching(BuildSettings settings, Outward outward) {
        return new Fetching(settings, outward);
    }

    @Bean
    Cloning codeCloning(BuildSettings settings, Outward outward) {
        return new Cloning(settings, outward);
    }

    @Bean
    Unpacking codeUnpacking(BuildSettings settings) {
        return new Unpacking(settings);
    }

    @Bean
    Task<Void> carryOutBuild(Building building) {
        return Tasks.oneTime(Building.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> building.run(instance.getId()));
    }
}
