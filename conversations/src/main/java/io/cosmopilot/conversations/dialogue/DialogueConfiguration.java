package io.cosmopilot.conversations.dialogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.understanding.Recogniser;

/** What the dialogue is made with. */
@Configuration(proxyBeanMethods = false)
class DialogueConfiguration {

    @Bean
    Recogniser recogniser() {
        return Recogniser.shipped();
    }
}
