package io.cosmopilot.conversations.deploying;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Variables;
import io.cosmopilot.deploy.Order;

/** What was answered, as an order. */
@Component
class Orders {

    private final Targets targets;
    private final Variables variables;

    Orders(Targets targets, Variables variables) {
        this.targets = targets;
        this.variables = variables;
    }

    Order order(Scene scene) {
        return new Order(
                application(scene), targets.space(scene), scene.answers().get("template"), variables.values(scene));
    }

    String application(Scene scene) {
        return scene.answers().get("application");
    }
}
