package io.cosmopilot.deploy.domains;

/**
 * Where the ingress controller answers.
 *
 * @param publicPort in the links that people open
 */
record IngressDoor(String host, int port, int publicPort) {

    static IngressDoor at(String address, int publicPort) {
        int colon = address.lastIndexOf(':');
        return new IngressDoor(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), publicPort);
    }

    String url(Host host, String path) {
        var port = publicPort == 80 || publicPort == 443 ? "" : ":" + publicPort;
        var scheme = publicPort == 443 ? "https://" : "http://";
        return scheme + host.name() + port + path;
    }
}
