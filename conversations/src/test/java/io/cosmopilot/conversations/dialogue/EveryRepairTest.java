package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Flows;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tries every repair pattern in every flow, in the real dialogue and in both languages: at each question of each flow,
 * and wherever a flow waits for work. {@link RepairTest} tells the same as conversations.
 */
class EveryRepairTest {

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void worksInEveryFlow(String language) {
        Locale locale = Locale.forLanguageTag(language);
        try (Transcript chat = new Transcript(locale)) {
            World.furnish(chat, 2);
            List<Flow> flows = List.copyOf(chat.bean(Flows.class).all());
            Walk walk = new Walk(chat, alreadyRepaired(flows));
            flows.forEach(walk::through);
            Repairs repairs = new Repairs(chat, locale);
            everySecond(walk.standing(), repairs, language.equals("zh")).forEach(repairs::at);
            System.out.println(language + ": " + repairs.table());
            assertThat(repairs.faults()).as("faults").isEmpty();
            assertThat(repairs.untried(names(flows))).as("never tried").isEmpty();
        }
    }

    /** Each question in one language or the other, the first of each flow, and all work, in both. */
    private static List<Draft> everySecond(List<Draft> standing, Repairs repairs, boolean first) {
        List<Draft> some = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (int i = 0; i < standing.size(); i++) {
            if (repairs.isWork(standing.get(i)) || begun.add(standing.get(i).flow()) || (i % 2 == 0) == first) {
                some.add(standing.get(i));
            }
        }
        return some;
    }

    /** What the walk itself would repair is not of interest here. */
    private static Set<String> alreadyRepaired(List<Flow> flows) {
        Set<String> steps = new HashSet<>();
        flows.forEach(flow -> flow.steps().forEach(step -> steps.add(flow.name() + "." + step.name())));
        return steps;
    }

    private static Set<String> names(List<Flow> flows) {
        Set<String> names = new TreeSet<>();
        flows.forEach(flow -> names.add(flow.name()));
        return names;
    }
}
