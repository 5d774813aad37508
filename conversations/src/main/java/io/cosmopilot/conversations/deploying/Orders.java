package io.cosmopilot.conversations.deploying;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.aspects.Aspects;
import io.cosmopilot.conversations.engine.Scene;
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

    Orders(Targets targets, Variables variables, ImageChoice images, Aspects aspects) {
        this.targets = targets;
        this.variables = variables;
        this.images = images;
        this.aspects = aspects;
    }

    Order order(Scene scene) {
        aspects.settle(scene);
        if (!scene.answers().has("variables")) {
            scene.answers().put("variables", "");
        }
        return new Order(
                scene.answers().get("application"), targets.space(scene), source(scene), adjustments(scene));
    }

    private Source source(Scene scene) {
        return switch (Ways.of(scene)) {
            case IMAGE -> images.source(scene);
            case YAML -> new Source.Yaml(scene.answers().get("yaml"), variables.values(scene));
            case TEMPLATE -> new Source.Template(scene.answers().get("template"), variables.values(scene));
        };
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
