package io.cosmopilot.conversations.status;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Applications;

/** The flow {@code status}: one application, or all. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

    private final Applications applications;
    private final StatusText text;

    StatusConfiguration(Applications applications, StatusText text) {
        this.applications = applications;
        this.text = text;
    }

    @Bean
    Flow status() {
        return Flow.named("status").ask(application()).then(this::tell).build();
    }

    /** Asked only when a name was given that is none of the person's. */
    private Question application() {
        return Question.named("application")
                .onlyIf(scene -> scene.answers().has("given:application")
                        && !scene.once("applications", () -> applications.of(scene.person()))
                                .isEmpty())
                .mentioning(scene ->
                        new Object[] {scene.answers().find("given:application").orElse("")})
                .choices(scene -> scene.once("applications", () -> applications.of(scene.person())).stream()
                        .map(application -> Block.Choice.of(application.name(), application.name()))
                        .toList())
                .reading(this::read)
                .build();
    }

    private Answer read(Scene scene, Input input) {
        String said = switch (input) {
            case Input.Text typed -> typed.text().strip();
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
        return applications.find(scene.person(), said).isPresent()
                ? Answer.accepted("application", said)
                : Answer.notMeant();
    }

    private void tell(Scene scene) {
        scene.answers()
                .find("application")
                .flatMap(name -> applications.find(scene.person(), name))
                .ifPresentOrElse(
                        application -> scene.reply(text.one(scene, application)),
                        () -> scene.reply(
                                text.all(scene, scene.once("applications", () -> applications.of(scene.person())))));
    }
}
