package io.cosmopilot.conversations.aspects;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Ports;
import io.cosmopilot.deploy.Adjustment;

/** By which kind of Service and at which ports it is reached. */
@Component
class Access implements Aspect {

    @Override
    public String name() {
        return "access";
    }

    @Override
    public List<Entry> entries(Scene scene) {
        List<Block.Choice> types = Stream.of("ClusterIP", "NodePort")
                .map(type -> Block.Choice.of(type, scene.say("access.type." + type)))
                .toList();
        return List.of(Entry.chosen("type", types).beginning("ClusterIP"), Entry.typed("ports", Ports::are));
    }

    @Override
    public List<Adjustment> adjustments(Scene scene, Map<String, String> filled) {
        String ports = filled.get("ports");
        return ports == null
                ? List.of()
                : List.of(new Adjustment.Exposure(null, filled.getOrDefault("type", "ClusterIP"), Ports.of(ports)));
    }
}
