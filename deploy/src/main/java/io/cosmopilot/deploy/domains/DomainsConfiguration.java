package io.cosmopilot.deploy.domains;

import java.util.Objects;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.deploy.jobs.Backoff;
import io.cosmopilot.deploy.sandbox.Sandbox;

/** The work that makes domains, and where their pages are fetched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DomainSettings.class, IngressSettings.class})
class DomainsConfiguration {

    private static final String HERE = "127.0.0.1:";
    private static final int USUAL_PORT = 8081;

    @Bean
    IngressDoor ingressDoor(IngressSettings settings, DomainSettings domains, ObjectProvider<Sandbox> sandbox) {
        var here = HERE + sandbox.stream().map(Sandbox::ingressPort).findFirst().orElse(USUAL_PORT);
        var address = Objects.requireNonNullElse(settings.address(), here);
        return IngressDoor.at(address, settings.publicPort(), domains.tls().on());
    }

    @Bean
    Task<Void> serveDomain(Serving serving) {
        return Tasks.oneTime(Serving.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> serving.run(instance.getId()));
    }

    @Bean
    Task<Void> fetchDomain(Fetching fetching) {
        return Tasks.oneTime(Fetching.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> fetching.run(instance.getId()));
    }
}
