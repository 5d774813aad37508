package io.cosmopilot.conversations.dialogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.engine.Diagram;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Flows;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The diagrams in {@code conversations/docs/flows.md} are those of the flows as they are. Written anew with
 * {@code mvn -pl conversations -am test -Dtest=FlowDocsTest -Dcosmopilot.docs=write}.
 */
class FlowDocsTest {

    private static final Path PAGE = Path.of("docs", "flows.md");

    @Test
    void theDiagramsAreFresh() throws IOException {
        String drawn;
        try (Transcript chat = new Transcript(Locale.ENGLISH)) {
            drawn = page(chat.bean(Flows.class).all().stream()
                    .sorted(Comparator.comparing(Flow::name))
                    .toList());
        }
        if ("write".equals(System.getProperty("cosmopilot.docs"))) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, drawn);
        }
        assertThat(PAGE)
                .as("stale: run it with -Dcosmopilot.docs=write")
                .exists()
                .content()
                .isEqualTo(drawn);
    }

    private static String page(List<Flow> flows) {
        StringBuilder page = new StringBuilder("""
                # The flows

                Written by `FlowDocsTest` from the flows themselves; do not edit. From each question, *cancel*, *back*,
                *help*, *repeat*, *restart* and *human* lead on as well, and `FlowsWalkTest` walks all of it.
                """);
        for (Flow flow : flows) {
            page.append("\n## ").append(flow.name()).append("\n\n```mermaid\n");
            page.append(Diagram.of(flow)).append("```\n");
        }
        return page.toString();
    }
}
