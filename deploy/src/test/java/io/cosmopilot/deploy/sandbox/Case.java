package io.cosmopilot.deploy.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.deploy.sandbox.Server.Said;

/**
 * A question to an API server. {@code NS} stands for the namespace.
 *
 * @param before what has to be there, applied one after the other
 * @param answer what is compared, once what was said has it; the question is put until then
 */
record Case(String name, List<Request> before, Request asked, Function<Said, Optional<Said>> answer) {

    /** The first answer counts. */
    static Case of(String name, Request asked, Request... before) {
        return new Case(name, List.of(before), asked, Optional::of);
    }

    /**
     * What a controller does sooner or later.
     *
     * @param condition that the object that is asked for gets, such as {@code Available=True}; its reason is the answer
     */
    static Case later(String name, Request asked, String condition, Request... before) {
        return new Case(
                name,
                List.of(before),
                asked,
                said -> reason(said.body(), condition)
                        .map(reason -> new Said(200, reason, List.of(), "", said.body())));
    }

    /**
     * What admission refuses as soon as it knows what is there: it reads from a cache that follows the store. Until
     * then the question is a dry run, which leaves nothing behind.
     */
    static Case refusedLater(String name, Request asked, Request... before) {
        return new Case(
                name, List.of(before), asked.dry(), said -> Optional.of(said).filter(each -> each.code() >= 400));
    }

    private static Optional<String> reason(JsonNode object, String condition) {
        return StreamSupport.stream(object.at("/status/conditions").spliterator(), false)
                .filter(each -> condition.equals(each.path("type").asString("") + "="
                        + each.path("status").asString("")))
                .map(each -> each.path("reason").asString(""))
                .findFirst();
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

        /** The same, of which nothing stays. */
        Request dry() {
            return new Request(method, path + (path.contains("?") ? "&" : "?") + "dryRun=All", type, body);
        }

        Request in(String namespace) {
            return new Request(
                    method, path.replace("NS", namespace), type, body == null ? null : body.replace("NS", namespace));
        }
    }
}
