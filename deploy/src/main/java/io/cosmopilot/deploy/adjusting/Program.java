package io.cosmopilot.deploy.adjusting;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.cluster.Tree;

/** What a component runs, and how much it may use. */
final class Program {

    private Program() {}

    static void image(Workbench bench, Adjustment.Image image) {
        var container = Workbench.container(bench.component(image.component()));
        var before = container.text("image", "");
        var after = isTag(image.reference()) ? withoutTag(before) + ":" + image.reference() : image.reference();
        container.put("image", after);
        bench.replace(before, after);
    }

    static void resources(Workbench bench, Adjustment.Resources resources) {
        var container = Workbench.container(bench.component(resources.component()));
        put(container, "cpu", resources.cpu());
        put(container, "memory", resources.memory());
    }

    static void command(Workbench bench, Adjustment.Command command) {
        var container = Workbench.container(bench.component(command.component()));
        putOrRemove(container, "command", command.command());
        putOrRemove(container, "args", command.arguments());
    }

    private static boolean isTag(String reference) {
        return !reference.contains("/") && !reference.contains(":");
    }

    /** A colon before the last slash is that of a registry's port. */
    private static String withoutTag(String reference) {
        var named = reference.replaceFirst("@.*$", "");
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? named.substring(0, colon) : named;
    }

    private static void put(Tree container, String resource, @Nullable String amount) {
        if (amount != null) {
            container.make("resources", "requests").put(resource, amount);
            container.make("resources", "limits").put(resource, amount);
        }
    }

    private static void putOrRemove(Tree container, String field, List<String> words) {
        if (words.isEmpty()) {
            container.root().remove(field);
        } else {
            container.put(field, words);
        }
    }
}
