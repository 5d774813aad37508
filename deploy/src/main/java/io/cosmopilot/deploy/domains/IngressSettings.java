package io.cosmopilot.deploy.domains;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the ingress controller listens.
 *
 * @param address host:port at which this process reaches it; the sandbox's own if not given. The only address from
 *     which pages are ever fetched
 * @param publicPort at which people reach it; the address's port if not given, or with certificates 443
 */
@ConfigurationProperties("cosmopilot.ingress")
record IngressSettings(@Nullable String address, @Nullable Integer publicPort) {
    IngressSettings {
        if (address != null && !address.matches("\\[?[A-Za-z0-9.:-]+\\]?:[0-9]{1,5}")) {
            throw new IllegalArgumentException(
                    "cosmopilot.ingress.address must be host:port, such as 127.0.0.1:8081: " + address);
        }
        if (publicPort != null && (publicPort < 1 || publicPort > 65535)) {
            throw new IllegalArgumentException("cosmopilot.ingress.public-port must be a port: " + publicPort);
        }
    }
}
