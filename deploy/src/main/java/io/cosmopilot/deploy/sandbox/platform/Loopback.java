package io.cosmopilot.deploy.sandbox.platform;

import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** The one address that everything in the sandbox is reached at. */
final class Loopback {

    private Loopback() {}

    static void balance(ObjectNode object) {
        object.withObject("/status")
                .putObject("loadBalancer")
                .set("ingress", Meta.array().add(Meta.object().put("ip", "127.0.0.1")));
    }
}
