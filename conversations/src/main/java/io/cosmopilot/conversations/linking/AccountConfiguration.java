package io.cosmopilot.conversations.linking;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Links.Linked;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Words;

/** The flow {@code account}: links, password, language. A password is never typed into a chat. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    private static final String ACTION = "action";
    private static final String LANGUAGE = "language";
    private static final List<String> MATTERS = List.of("link", "password", LANGUAGE);
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final LinkRecords links;
    private final LinkingProperties portal;
    private final People people;

    AccountConfiguration(LinkRecords links, LinkingProperties portal, People people) {
        this.links = links;
        this.portal = portal;
        this.people = people;
    }

    @Bean
    Flow account() {
        return Flow.named("account")
                .ask(oneOf(ACTION, MATTERS)
                        .reading((scene, input) -> action(said(input)))
                        .build())
                .ask(oneOf(LANGUAGE, LANGUAGES)
                        .onlyIf(scene -> is(scene, LANGUAGE))
                        .build())
                .then(this::answer)
                .build();
    }

    private static Question.Builder oneOf(String name, List<String> ids) {
        return Question.named(name)
                .choices(scene ->
                        ids.stream().map(id -> scene.choice(id, "choice." + id)).toList())
                .reading((scene, input) ->
                        ids.contains(said(input)) ? Answer.accepted(name, said(input)) : Answer.notMeant());
    }

    private static Answer action(String said) {
        return switch (said) {
            case "link", "unlink", "show" -> Answer.accepted(ACTION, "link");
            case "password", LANGUAGE -> Answer.accepted(ACTION, said);
            default -> Answer.notMeant();
        };
    }

    private void answer(Scene scene) {
        switch (scene.answers().get(ACTION)) {
            case "link" -> link(scene);
            case "password" ->
                scene.reply(
                        scene.text("password"),
                        new Block.Link(portal.page("/security#password"), scene.say("password.open")));
            default -> speak(scene, Locale.forLanguageTag(scene.answers().get(LANGUAGE)));
        }
    }

    /** Whoever asks is signed in already; the invitation comes from the other side, from the account that asks. */
    private void link(Scene scene) {
        List<Linked> linked = links.of(scene.person());
        String which = linked.stream()
                .map(link -> "- " + scene.say("channel." + link.account().channel()) + ": "
                        + link.account().name())
                .collect(Collectors.joining("\n"));
        scene.reply(
                linked.isEmpty() ? scene.text("link.none") : scene.text("link.some", which),
                scene.text("link.how"),
                new Block.Link(portal.page("/security#links"), scene.say("link.open")));
    }

    private void speak(Scene scene, Locale language) {
        String person = scene.person();
        scene.command(() -> people.choose(person, language.getLanguage()));
        scene.speak(language);
        scene.reply(new Block.Text(new Words(scene.words().source(), language).say("conversations.language")));
    }

    private static boolean is(Scene scene, String matter) {
        return scene.answers().find(ACTION).filter(matter::equals).isPresent();
    }

    private static String said(Input input) {
        return switch (input) {
            case Input.Text text -> text.text().strip().toLowerCase(Locale.ROOT);
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
    }
}
