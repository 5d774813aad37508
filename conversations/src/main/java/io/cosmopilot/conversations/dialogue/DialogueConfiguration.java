package io.cosmopilot.conversations.dialogue;

import io.cosmopilot.conversations.understanding.Recogniser;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the dialogue is made with. */
@Configuration(proxyBeanMethods = false)
class DialogueConfiguration {

    @Bean
    Recogniser recogniser() {
        return Recogniser.shipped();
    }
}
