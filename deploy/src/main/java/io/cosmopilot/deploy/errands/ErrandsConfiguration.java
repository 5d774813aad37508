package io.cosmopilot.deploy.errands;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.deploy.jobs.Backoff;

/** The work that does errands. */
@Configuration(proxyBeanMethods = false)
class ErrandsConfiguration {

    @Bean
    Task<Void> runErrand(Running running) {
        return Tasks.oneTime(Running.TASK)
                .onFailure(new Backoff())
                .execute((instance, context) -> running.run(instance.getId()));
    }
}
