package io.cosmopilot.deploy.domains;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which domains people can have.
 *
 * @param allowedSuffixes domains below which hosts may be claimed
 * @param baseDomain below which free names are proposed; the first allowed suffix if not given
 * @param ingressClass of the Ingresses; the cluster's default if not given
 * @param tlsSecret with the certificate of all hosts, in each namespace; what puts it there is not ours
 * @param clusterIssuer of cert-manager, which makes a certificate for each host
 * @param tries to fetch a page before it has failed
 */
@ConfigurationProperties("cosmopilot.domains")
record DomainSettings(
        @DefaultValue("apps.localhost") List<String> allowedSuffixes,
        @Nullable String baseDomain,
        @Nullable String ingressClass,
        @Nullable String tlsSecret,
        @Nullable String clusterIssuer,
        @DefaultValue("7") int tries) {

    DomainSettings {
        allowedSuffixes = allowedSuffixes.stream().map(DomainSettings::suffix).toList();
        if (tries < 1) {
            throw new IllegalArgumentException("cosmopilot.domains.tries must be at least 1: " + tries);
        }
    }

    private static String suffix(String text) {
        return Host.parse(text.startsWith(".") ? text.substring(1) : text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "cosmopilot.domains.allowed-suffixes must be domains such as apps.example.com: " + text))
                .name();
    }

    Tls tls() {
        return new Tls(tlsSecret, clusterIssuer);
    }

    Optional<String> base() {
        return Optional.ofNullable(baseDomain).or(() -> allowedSuffixes.stream().findFirst());
    }
}
