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

/** Whatever the platform says of itself can be asked for, in Chinese and in English, and is answered. */
class FactsTest {

    private static final Recogniser RECOGNISER = Recogniser.shipped();
    private static final Library GUIDE = new Library(Terms.shipped(), Guide.shipped());

    @Test
    void everyFactCanBeAskedForInBothLanguages() throws IOException {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (Map<?, ?> fact : facts()) {
            List<?> right = (List<?>) Objects.requireNonNull(fact.get("in"));
            for (String language : List.of("zh", "en")) {
                String question = String.valueOf(Objects.requireNonNull(fact.get(language)));
                List<String> answers = GUIDE.answers(RECOGNISER.plain(question)).stream()
                        .map(Entry::name)
                        .toList();
                asked++;
                if (answers.isEmpty() || !right.contains(answers.getFirst())) {
                    wrong.add(question + " -> " + answers + ", not " + right);
                }
            }
        }
        System.out.printf("guide: %d of %d questions about facts find their article%n", asked - wrong.size(), asked);
        assertThat(wrong).isEmpty();
    }

    private static List<Map<?, ?>> facts() throws IOException {
        List<Map<?, ?>> facts = new ArrayList<>();
        try (var in = new ClassPathResource("guide/facts.yaml").getInputStream()) {
            Object data = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            ((List<?>) data).forEach(fact -> facts.add((Map<?, ?>) fact));
        }
        return facts;
    }
}
