package io.cosmopilot.deploy.domains;

import java.util.Collection;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.cluster.Caches;

/** Hosts that the cluster serves already outside of somebody's own namespaces, whoever made the Ingress. */
@Component
class ServedElsewhere {

    private final Caches caches;

    ServedElsewhere(Caches caches) {
        this.caches = caches;
    }

    boolean serves(Host host, Collection<String> own) {
        return caches.serving(host.name()).stream()
                .anyMatch(ingress -> !own.contains(ingress.getMetadata().getNamespace()));
    }
}
