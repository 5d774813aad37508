package io.cosmopilot.deploy.sandbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A question to an API server. {@code NS} stands for the namespace.
 *
 * @param before what has to be there, applied one after the other
 * @param eventually the condition that the object that is asked for gets sooner or later, such as
 *     {@code Available=True}, whose reason is the answer; or null when the first answer counts
 */
record Case(
        String name,
        List<Request> before,
        Request asked,
        @Nullable String eventually) {

    static Case of(String name, Request asked, Request... before) {
        return new Case(name, List.of(before), asked, null);
    }

    /** What a controller does sooner or later. */
    static Case later(String name, Request asked, String eventually, Request... before) {
        return new Case(name, List.of(before), asked, eventually);
    }

    @Override
    public String toString() {
        return name;
    }

    /** One call. */
    record Request(
            String method,
            String path,
            @Nullable String type,
            @Nullable String body) {

        static Request get(String path) {
            return new Request("GET", path, null, null);
        }

        static Request delete(String path) {
            return new Request("DELETE", path, null, null);
        }

        static Request create(String path, String json) {
            return new Request("POST", path, "application/json", json);
        }

        static Request replace(String path, String json) {
            return new Request("PUT", path, "application/json", json);
        }

        static Request merge(String path, String json) {
            return new Request("PATCH", path, "application/merge-patch+json", json);
        }

        static Request apply(String path, String yaml) {
            return applyAs("cosmopilot", path, yaml);
        }

        static Request applyAs(String manager, String path, String yaml) {
            return new Request("PATCH", path + "?fieldManager=" + manager, "application/apply-patch+yaml", yaml);
        }

        Request in(String namespace) {
            return new Request(
                    method, path.replace("NS", namespace), type, body == null ? null : body.replace("NS", namespace));
        }
    }
}
