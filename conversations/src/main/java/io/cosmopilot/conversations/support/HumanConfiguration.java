package io.cosmopilot.conversations.support;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;

/** The flow {@code human}: what it is about, and then a person speaks. */
@Configuration(proxyBeanMethods = false)
class HumanConfiguration {

    private static final String TOPIC = "topic";
    private static final List<String> TOPICS = List.of("approval", "failure", "other");
    private static final int LONGEST = 500;

    private final Presence presence;

    HumanConfiguration(Presence presence) {
        this.presence = presence;
    }

    @Bean
    Flow human() {
        return Flow.named("human").ask(topic()).then(this::handOver).build();
    }

    private static Question topic() {
        return Question.named(TOPIC)
                .freeText()
                .choices(scene -> TOPICS.stream()
                        .map(topic -> scene.choice(topic, "choice." + topic))
                        .toList())
                .reading(HumanConfiguration::read)
                .build();
    }

    /** Whatever is said is what it is about; the agent reads the whole transcript anyway. */
    private static Answer read(Scene scene, Input input) {
        String said = switch (input) {
            case Input.Text text -> text.text().strip();
            case Input.Pick pick -> TOPICS.contains(pick.choice()) ? scene.say("choice." + pick.choice()) : "";
            default -> "";
        };
        if (said.isEmpty()) {
            return Answer.notMeant();
        }
        return Answer.accepted(TOPIC, said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…");
    }

    private void handOver(Scene scene) {
        scene.handOver(scene.answers().get(TOPIC));
        String key = presence.anybodyFor(scene.person()) ? "called" : "ticket";
        scene.reply(scene.text(key), new Block.Choices(List.of(scene.choice("bot", "choice.bot"))));
    }
}
