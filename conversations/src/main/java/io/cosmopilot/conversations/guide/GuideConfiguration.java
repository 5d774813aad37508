package io.cosmopilot.conversations.guide;

import java.util.List;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;

/** The flow {@code guide}: a question, which of several was meant, an answer; and the job that reads pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuideSettings.class)
class GuideConfiguration {

    private static final String QUESTION = "question";
    private static final String ARTICLE = "article";
    private static final List<String> BEGINNINGS = List.of("journey", "push-image", "ways-to-deploy");

    private final Guide guide;
    private final GuideText text;

    GuideConfiguration(Guide guide, GuideText text) {
        this.guide = guide;
        this.text = text;
    }

    @Bean
    Flow guideFlow() {
        return Flow.named("guide")
                .aside()
                .ask(question())
                .ask(article())
                .then(this::tell)
                .build();
    }

    @Bean
    Task<Void> readGuidePages(KeptPages pages, GuideSettings settings) {
        return Tasks.recurring("guide-read-pages", FixedDelay.of(settings.every()))
                .execute((instance, context) -> pages.refresh());
    }

    private Question question() {
        return Question.named(QUESTION)
                .freeText()
                .onlyIf(scene -> !scene.answers().has(ARTICLE))
                .choices(scene -> text.buttons(scene, BEGINNINGS))
                .reading(this::readQuestion)
                .build();
    }

    private Answer readQuestion(Scene scene, Input input) {
        return switch (input) {
            case Input.Text said -> Answer.accepted(QUESTION, said.text().strip());
            case Input.Pick pick -> readArticle(scene, new Input.Text(pick.choice()));
            default -> Answer.notMeant();
        };
    }

    private Question article() {
        return Question.named(ARTICLE)
                .onlyIf(scene -> meant(scene).size() > 1)
                .choices(scene -> text.buttons(scene, meant(scene)))
                .reading(this::readArticle)
                .build();
    }

    private Answer readArticle(Scene scene, Input input) {
        String said = switch (input) {
            case Input.Text typed -> typed.text().strip();
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
        String name = said.startsWith("guide:") ? said.substring("guide:".length()) : said;
        return guide.named(name).isPresent() ? Answer.accepted(ARTICLE, name) : Answer.notMeant();
    }

    private List<String> meant(Scene scene) {
        return guide.answers(scene.answers().find(QUESTION).orElse("")).stream()
                .map(Entry::name)
                .toList();
    }

    private void tell(Scene scene) {
        scene.answers()
                .find(ARTICLE)
                .or(() -> meant(scene).stream().findFirst())
                .flatMap(guide::named)
                .ifPresentOrElse(
                        entry -> scene.reply(text.answer(scene, entry)),
                        () -> scene.reply(
                                scene.text("nothing"),
                                new Block.Choices(
                                        List.of(scene.choice("human", "human"), scene.choice("help", "help")))));
    }
}
