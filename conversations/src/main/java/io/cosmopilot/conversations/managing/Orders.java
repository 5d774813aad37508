package io.cosmopilot.conversations.managing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.aspects.Aspects;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.deploy.Source;

/** What shall be done, as an order. */
@Component("manageOrders")
class Orders {

    private final Managed managed;
    private final Settings settings;
    private final Aspects aspects;

    Orders(Managed managed, Settings settings, Aspects aspects) {
        this.managed = managed;
        this.settings = settings;
        this.aspects = aspects;
    }

    Order order(Scene scene) {
        return switch (managed.action(scene)) {
            case SCALE ->
                change(scene, new Adjustment.Scale(null, scene.answers().number("replicas")));
            case STOP -> change(scene, new Adjustment.Stop());
            case START -> change(scene, new Adjustment.Start());
            case RESTART -> change(scene, new Adjustment.Restart(scene.now().toString()));
            case UPGRADE ->
                change(scene, new Adjustment.Image(null, scene.answers().get("image")));
            case ROLLBACK, UNDO ->
                order(scene, new Source.Earlier(scene.answers().get("release")), List.of());
            case DELETE ->
                order(
                        scene,
                        new Source.Nothing(scene.answers()
                                .find("volumes")
                                .filter("delete"::equals)
                                .isPresent()),
                        List.of());
            case EDIT -> edit(scene);
        };
    }

    private Order edit(Scene scene) {
        if (!settings.asked(scene)) {
            aspects.settle(scene);
            return change(scene, aspects.adjustments(scene).toArray(Adjustment[]::new));
        }
        var values = settings.values(scene);
        return order(
                scene,
                new Source.Template(scene.answers().get("template"), values),
                Standing.of(managed.history(scene), values.values(), values.containsKey("REPLICAS")));
    }

    private Order change(Scene scene, Adjustment... adjustments) {
        Optional<Release> current = managed.current(scene);
        return order(
                scene, new Source.Earlier(current.map(Release::id).orElse("")), new ArrayList<>(List.of(adjustments)));
    }

    private static Order order(Scene scene, Source source, List<Adjustment> adjustments) {
        return new Order(scene.answers().get("application"), scene.answers().get("space"), source, adjustments);
    }
}
