package io.cosmopilot.deploy.sandbox.ingress;

import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.store.Meta;

/** One path of one rule of one Ingress. */
record Route(JsonNode ingress, String host, String path, String type, JsonNode backend) {

    static Route of(JsonNode ingress, JsonNode rule, JsonNode path) {
        String stated = Meta.text(path, "/path");
        return new Route(
                ingress,
                Meta.text(rule, "/host"),
                stated.isEmpty() ? "/" : stated,
                Meta.text(path, "/pathType"),
                path.at("/backend/service"));
    }

    boolean leads(String wantedHost, String wantedPath) {
        return isFor(wantedHost) && (type.equals("Exact") ? wantedPath.equals(path) : isBelow(wantedPath));
    }

    /** No host is every host; a star stands for exactly one label. */
    private boolean isFor(String wanted) {
        if (host.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(host.substring(1));
        }
        return host.isEmpty() || host.equals(wanted);
    }

    /** Prefixes count by whole path elements: /shop holds /shop/cart, but not /shopping. */
    private boolean isBelow(String wanted) {
        String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return wanted.equals(prefix) || wanted.startsWith(prefix + "/");
    }

    /** Named hosts go before wildcards, exact paths before prefixes, long before short. */
    int weight() {
        int byHost = host.isEmpty() ? 0 : host.startsWith("*") ? 1 : 2;
        return (byHost * 2 + (type.equals("Exact") ? 1 : 0)) * 10_000 + Math.min(path.length(), 9_999);
    }
}
