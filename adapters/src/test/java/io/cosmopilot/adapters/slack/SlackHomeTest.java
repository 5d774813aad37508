package io.cosmopilot.adapters.slack;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.blocks.Golden;
import io.cosmopilot.adapters.slack.fake.SlackLimits;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Journeys.Journey;
import io.cosmopilot.conversations.Journeys.Step;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Health;

import static org.assertj.core.api.Assertions.assertThat;

/** What the home tab shows. */
class SlackHomeTest {

    private static final Journey JOURNEY = new Journey(Set.of(Step.REGISTER, Step.SPACE));

    static List<Locale> languages() {
        return Golden.languages();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void showsTheJourneyAndWhatRuns(Locale locale) {
        List<Application> applications = List.of(
                application("blog", Health.HEALTHY, "https://blog.example.com/?a=1&b=2"),
                application("shop", Health.FAILED));

        String shown = shown(SlackHome.of(JOURNEY, applications, words(locale)));

        assertThat(shown)
                .contains("🟢 *blog*  kstore", "https://blog.example.com/?a=1&amp;b=2", "🔴 *shop*")
                .contains("✅ " + words(locale).of("adapters.journey.space"))
                .contains("⬜ " + words(locale).of("adapters.journey.deploy"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void neverShowsMoreThanATabHolds(Locale locale) {
        List<Application> many = IntStream.range(0, 200)
                .mapToObj(i -> application("app" + i, Health.HEALTHY, "http://x/" + "y".repeat(4_000)))
                .toList();

        assertThat(shown(SlackHome.of(JOURNEY, many, words(locale))))
                .contains(words(locale).of("adapters.slack.more"));
        assertThat(shown(SlackHome.ofGuest("https://portal.example.com/link#secret", words(locale))))
                .contains("link#secret");
    }

    private static Application application(String name, Health health, String... addresses) {
        return new Application(name, "kstore", "nginx", health, List.of(), List.of(), List.of(addresses), 0, List.of());
    }

    private static String shown(Map<String, Object> view) {
        assertThat(SlackLimits.homeFault(JsonMapper.shared().valueToTree(view))).isEmpty();
        return JsonMapper.shared().writeValueAsString(view);
    }

    private static Words words(Locale locale) {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages/adapters");
        source.setDefaultEncoding("UTF-8");
        source.setAlwaysUseMessageFormat(true);
        source.setFallbackToSystemLocale(false);
        return new Words(source, locale);
    }
}
