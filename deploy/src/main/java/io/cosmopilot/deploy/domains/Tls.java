package io.cosmopilot.deploy.domains;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Where the certificates of hosts come from: a Secret that is there, cert-manager, or nowhere. */
record Tls(@Nullable String secret, @Nullable String issuer) {

    private static final String ISSUER = "cert-manager.io/cluster-issuer";

    boolean on() {
        return secret != null || issuer != null;
    }

    Map<String, String> annotations() {
        return issuer == null ? Map.of() : Map.of(ISSUER, issuer);
    }

    /** Of the Ingress' specification. cert-manager writes into a Secret of the host's own, unless all have one. */
    List<Map<String, Object>> entries(String host, String ingress) {
        return on()
                ? List.of(Map.of(
                        "hosts", List.of(host), "secretName", Objects.requireNonNullElse(secret, ingress + "-tls")))
                : List.of();
    }
}
