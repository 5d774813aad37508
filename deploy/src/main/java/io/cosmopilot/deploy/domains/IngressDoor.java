package io.cosmopilot.deploy.domains;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Where the ingress controller answers.
 *
 * @param publicPort in the links that people open
 * @param secure whether these begin with https
 */
record IngressDoor(String host, int port, int publicPort, boolean secure) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** @param publicPort the usual one of https, or else the address', if not given */
    static IngressDoor at(String address, @Nullable Integer publicPort, boolean tls) {
        int colon = address.lastIndexOf(':');
        int port = Integer.parseInt(address.substring(colon + 1));
        int shown = Objects.requireNonNullElse(publicPort, tls ? HTTPS : port);
        return new IngressDoor(address.substring(0, colon), port, shown, tls || shown == HTTPS);
    }

    String url(Host host, String path) {
        var port = publicPort == (secure ? HTTPS : HTTP) ? "" : ":" + publicPort;
        return (secure ? "https://" : "http://") + host.name() + port + path;
    }
}
