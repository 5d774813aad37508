package io.cosmopilot.conversations.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Amounts;
import io.cosmopilot.deploy.Adjustment;

/** How many instances, and what each may use. */
@Component
class Sizes implements Aspect {

    private static final int MOST = 100;

    @Override
    public String name() {
        return "size";
    }

    @Override
    public List<Entry> entries(Scene scene) {
        return List.of(
                Entry.number("replicas", 1, MOST),
                Entry.typed("cpu", Amounts::isCpu),
                Entry.typed("memory", Amounts::isMemory));
    }

    @Override
    public List<Adjustment> adjustments(Scene scene, Map<String, String> filled) {
        List<Adjustment> adjustments = new ArrayList<>();
        String replicas = filled.get("replicas");
        if (replicas != null) {
            adjustments.add(new Adjustment.Scale(null, Integer.parseInt(replicas)));
        }
        String cpu = filled.get("cpu");
        String memory = filled.get("memory");
        if (cpu != null || memory != null) {
            adjustments.add(new Adjustment.Resources(null, cpu, kubernetes(memory)));
        }
        return adjustments;
    }

    private static @Nullable String kubernetes(@Nullable String memory) {
        return memory == null ? null : Amounts.memory(memory);
    }
}
