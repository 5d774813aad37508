package io.cosmopilot.deploy.sandbox.http;

import java.util.List;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** What a simulated container has to say: honestly, that it is simulated. */
record PodLog(JsonNode pod) {

    String of(String container) {
        List<JsonNode> containers = Meta.items(pod.at("/spec/containers")).toList();
        String name =
                container.isEmpty() && containers.size() == 1 ? Meta.text(containers.getFirst(), "/name") : container;
        return containers.stream()
                .filter(one -> Meta.text(one, "/name").equals(name))
                .map(this::lines)
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("container %s is not valid for pod %s"
                        .formatted(name.isEmpty() ? "name must be specified; it" : name, Meta.name(pod))));
    }

    private String lines(JsonNode container) {
        String name = Meta.text(container, "/name");
        JsonNode status = status(name);
        String waiting = Meta.text(status, "/state/waiting/reason");
        if (!waiting.isEmpty() && status.path("restartCount").asInt(0) == 0) {
            throw Refusal.badRequest(
                    "container \"%s\" in pod \"%s\" is waiting to start: %s".formatted(name, Meta.name(pod), waiting));
        }
        String said = "sandbox: container %s of pod %s, image %s, is simulated: nothing of it really runs%n"
                .formatted(name, Meta.name(pod), Meta.text(container, "/image"));
        JsonNode ended = ended(status);
        return ended.isMissingNode()
                ? said + "sandbox: started at " + Meta.text(status, "/state/running/startedAt") + "\n"
                : said
                        + "sandbox: ended with exit code %d (%s)%n"
                                .formatted(ended.path("exitCode").asInt(0), Meta.text(ended, "/reason"));
    }

    private static JsonNode ended(JsonNode status) {
        JsonNode now = status.at("/state/terminated");
        return now.isMissingNode() ? status.at("/lastState/terminated") : now;
    }

    private JsonNode status(String name) {
        return Meta.items(pod.at("/status/containerStatuses"))
                .filter(status -> Meta.text(status, "/name").equals(name))
                .findFirst()
                .orElse(Meta.object());
    }
}
