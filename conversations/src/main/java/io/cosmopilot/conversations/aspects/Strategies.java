package io.cosmopilot.conversations.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Adjustment;

/** How new versions replace old ones, and whether it stays available meanwhile. */
@Component
class Strategies implements Aspect {

    @Override
    public String name() {
        return "strategy";
    }

    @Override
    public List<Entry> entries(Scene scene) {
        return List.of(
                Entry.chosen("rollout", options(scene, "rollout", "rolling", "recreate")),
                Entry.chosen("availability", options(scene, "availability", "on", "off")));
    }

    @Override
    public List<Adjustment> adjustments(Scene scene, Map<String, String> filled) {
        List<Adjustment> adjustments = new ArrayList<>();
        String rollout = filled.get("rollout");
        if (rollout != null) {
            adjustments.add(new Adjustment.Strategy(rollout.equals("rolling")));
        }
        String availability = filled.get("availability");
        if (availability != null) {
            adjustments.add(new Adjustment.HighAvailability(availability.equals("on")));
        }
        return adjustments;
    }

    private static List<Block.Choice> options(Scene scene, String entry, String... ids) {
        return Stream.of(ids)
                .map(id -> Block.Choice.of(id, scene.say("strategy." + entry + "." + id)))
                .toList();
    }
}
