package io.cosmopilot.conversations.dialogue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.engine.Step;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks through every state of every flow, in worlds that are empty, small and large: each is reached, none is a dead
 * end, nothing that a person does there is a fault of ours, and cancel, back, help and a person's help lead on.
 *
 * <p>A flow that is not reached everywhere perhaps needs another {@link Walk#WORDS word} to say.
 */
class FlowsWalkTest {

    /**
     * They go on with a decision that an agent has really taken, which no made-up report is: TemplateTest and
     * HostDirectoryTest walk them.
     */
    private static final Set<String> DECIDED_BY_AN_AGENT =
            Set.of("dead end: template.review", "dead end: volume.review");

    @Test
    void everyStateIsReachedAndLeadsOn() {
        TreeSet<String> steps = new TreeSet<>();
        TreeSet<String> reached = new TreeSet<>();
        TreeSet<String> faults = new TreeSet<>();
        Set<String> repaired = new HashSet<>();
        for (int world = 0; world < 3; world++) {
            try (Transcript chat = new Transcript(world == 1 ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)) {
                World.furnish(chat, world);
                Walk walk = new Walk(chat, repaired);
                for (Flow flow : chat.bean(Flows.class).all()) {
                    flow.steps().stream().map(Step::name).forEach(step -> steps.add(flow.name() + "." + step));
                    walk.through(flow);
                }
                walk.onceNamesAreTaken();
                reached.addAll(walk.reached());
                faults.addAll(walk.faults());
            }
        }
        faults.removeAll(DECIDED_BY_AN_AGENT);
        assertThat(faults).as("faults").isEmpty();
        assertThat(reached).as("states that were reached").containsAll(steps);
    }
}
