package io.cosmopilot.conversations.guide;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;

import io.cosmopilot.conversations.understanding.Recogniser;

import static org.assertj.core.api.Assertions.assertThat;

/** The guide is asked as people ask, and has to find the article that answers. */
class QuestionsTest {

    private static final Recogniser RECOGNISER = Recogniser.shipped();
    private static final Library GUIDE = new Library(Terms.shipped(), Guide.shipped());

    /** Asked is the sentence; any of the articles is right, none of them means that nothing must be found. */
    private record Case(String asked, List<String> right) {}

    @Test
    void findsTheArticle() throws IOException {
        List<Case> cases = cases();
        List<String> wrong = new ArrayList<>();
        int first = 0;
        int choices = 0;
        for (Case one : cases) {
            List<String> answers = GUIDE.answers(RECOGNISER.plain(one.asked())).stream()
                    .map(Entry::name)
                    .toList();
            choices += answers.size() > 1 ? 1 : 0;
            boolean right = one.right().isEmpty()
                    ? answers.isEmpty()
                    : !answers.isEmpty() && one.right().contains(answers.getFirst());
            if (right) {
                first++;
            } else {
                wrong.add(one.asked() + " -> " + answers + ", not " + one.right());
            }
        }
        double accuracy = 100.0 * first / cases.size();
        System.out.printf(
                "guide: %d of %d questions find their article first, %.1f %%; %d are answered by a choice%n",
                first, cases.size(), accuracy, choices);
        wrong.forEach(System.out::println);
        assertThat(accuracy).as("questions answered wrongly: %s", wrong).isGreaterThanOrEqualTo(95);
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (var in = new ClassPathResource("guide/questions.yaml").getInputStream()) {
            Object data = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            for (Object entry : (List<?>) data) {
                Map<?, ?> one = (Map<?, ?>) entry;
                cases.add(new Case(
                        String.valueOf(one.get("ask")),
                        ((List<?>) Objects.requireNonNull(one.get("in")))
                                .stream().map(String::valueOf).toList()));
            }
        }
        return cases;
    }
}
