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
    Addresses codeAddresses() {
        return new Addresses(Addresses.Resolver.system());
    }

    @Bean
    Fetching codeFetching(BuildSettings settings, Addresses addresses) {
        return new Fetching(settings, addresses);
    }

    @Bean
    Cloning codeCloning(BuildSettings settings, Addresses addresses) {
        return new Cloning(settings, addresses);
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
