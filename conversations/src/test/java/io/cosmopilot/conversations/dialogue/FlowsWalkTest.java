package io.cosmopilot.conversations.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.cosmopilot.conversations.MadeUpBuilds;
import io.cosmopilot.conversations.MadeUpImages;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Flows;
import io.cosmopilot.conversations.engine.Step;
import io.cosmopilot.deploy.Builds;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Volume;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks through every state of every flow, in worlds that are empty, small and large: each is reached, none is a dead
 * end, nothing that a person does there is a fault of ours, and cancel, back, help and a person's help lead on.
 *
 * <p>A flow that is not reached everywhere perhaps needs another {@link Walk#WORDS word} to say.
 */
class FlowsWalkTest {

    /** They need what these worlds have not: a release of a template, several services, a pasted template. */
    private static final Set<String> ELSEWHERE =
            Set.of("manage.settings", "service.service", "template.variable", "template.written");

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
                furnish(chat, world);
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
        steps.removeAll(ELSEWHERE);
        assertThat(reached).as("states that were reached").containsAll(steps);
    }

    private static void furnish(Transcript chat, int world) {
        chat.register("wei").register("wang");
        List<String> spaces = List.of("kstore", "kother").subList(0, world);
        spaces.forEach(space -> chat.platform().grant("wei", space));
        List<String> applications = List.of("blog", "gate").subList(0, world);
        applications.forEach(application -> chat.platform().released(application, world));
        chat.bean(MadeUpBuilds.class).can(world == 1 ? Builds.Ability.NOTHING : Builds.Ability.ARTEFACTS);
        if (world == 0) {
            chat.bean(MadeUpImages.class).dismiss("kstore", "wei", "wei");
        }
        if (world == 2) {
            Requester wei = new Requester("wei", "");
            chat.platform().volumes().claim("1", "kstore", "data", 5, null, Volume.Mode.ONE_HOST, wei);
            chat.platform().keepsData("blog");
            chat.platform().stores("fast", "large");
            chat.bean(MadeUpImages.class).opened("kother");
            chat.platform().configurations().keep("2", "kstore", "conf", Map.of("a.conf", "a=b"), wei);
        }
        if (world > 0) {
            chat.register("lin").play("""
                    lin: space apply lispace 20Gi
                    lin: the shop of the spring campaign
                    lin: yes
                    """);
        }
    }
}
