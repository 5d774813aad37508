package io.cosmopilot.deploy.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.fabric8.kubernetes.client.KubernetesClient;

/** Which version of a kind the cluster serves; asked once a kind, and only where there are two. */
final class Served {

    private final KubernetesClient client;
    private final Map<Kind, Kind> known = new ConcurrentHashMap<>();

    Served(KubernetesClient client) {
        this.client = client;
    }

    Kind of(Kind kind) {
        return kind.older()
                .map(older -> known.computeIfAbsent(kind, wanted -> ask(wanted, older)))
                .orElse(kind);
    }

    private Kind ask(Kind wanted, Kind older) {
        boolean served = client.supports(wanted.apiVersion(), wanted.name())
                || !client.supports(older.apiVersion(), older.name());
        return served ? wanted : older;
    }
}
