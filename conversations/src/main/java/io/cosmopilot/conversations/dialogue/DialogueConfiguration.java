package io.cosmopilot.conversations.dialogue;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.understanding.Recogniser;

/** What the dialogue is made with. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SilenceSettings.class)
class DialogueConfiguration {

    @Bean
    RecurringTask<Void> silenceWatch(Silence silence) {
        return Tasks.recurring("conversations.silence", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> silence.look());
    }

    @Bean
    Recogniser recogniser() {
        return Recogniser.shipped();
    }
}
