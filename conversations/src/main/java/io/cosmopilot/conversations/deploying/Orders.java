package io.cosmopilot.conversations.deploying;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.aspects.Aspects;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.TemplateShelf;
import io.cosmopilot.conversations.releasing.Variables;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Source;

/** What was answered, as an order. */
@Component
class Orders {

    private final Targets targets;
    private final Variables variables;
    private final ImageChoice images;
    private final Aspects aspects;
    private final TemplateShelf shelf;

    Orders(Targets targets, Variables variables, ImageChoice images, Aspects aspects, TemplateShelf shelf) {
        this.targets = targets;
        this.variables = variables;
        this.images = images;
        this.aspects = aspects;
        this.shelf = shelf;
    }

    Order order(Scene scene) {
        aspects.settle(scene);
        if (!scene.answers().has("variables")) {
            scene.answers().put("variables", "");
        }
        return new Order(scene.answers().get("application"), targets.space(scene), source(scene), adjustments(scene));
    }

    private Source source(Scene scene) {
        return switch (Ways.of(scene)) {
            case IMAGE -> images.source(scene);
            case YAML -> new Source.Yaml(scene.answers().get("yaml"), variables.values(scene));
            case TEMPLATE -> template(scene);
        };
    }

    /** What people wrote may change tomorrow: a release keeps its text. */
    private Source template(Scene scene) {
        String name = scene.answers().get("template");
        Map<String, String> values = variables.values(scene);
        return shelf.written(scene.person(), name)
                .<Source>map(written -> new Source.Yaml(written.yaml(), values, written.variables()))
                .orElseGet(() -> new Source.Template(name, values));
    }

    /** What runs an image is available while hosts are serviced, unless something speaks against it. */
    private List<Adjustment> adjustments(Scene scene) {
        List<Adjustment> asked = aspects.adjustments(scene);
        List<Adjustment> all = new ArrayList<>();
        if (Ways.IMAGE.taken(scene) && asked.stream().noneMatch(Orders::speaksAgainst)) {
            all.add(new Adjustment.HighAvailability(true));
        }
        all.addAll(asked);
        return List.copyOf(all);
    }

    private static boolean speaksAgainst(Adjustment adjustment) {
        return switch (adjustment) {
            case Adjustment.HighAvailability availability -> true;
            case Adjustment.Scale scale -> scale.replicas() < 2;
            case Adjustment.Strategy strategy -> !strategy.rolling();
            default -> false;
        };
    }
}
