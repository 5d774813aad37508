package io.cosmopilot.deploy.sandbox.store;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/** The API server's no, with everything its Status body says. */
public final class Refusal extends RuntimeException {

    /** One field or cause that a refusal names. */
    public record Cause(String reason, String message, String field) {}

    private final int code;
    private final String reason;
    private final ObjectNode details;

    private Refusal(int code, String reason, String message, ObjectNode details) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    public static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized", "Unauthorized", Meta.object());
    }

    public static Refusal badRequest(String message) {
        return new Refusal(400, "BadRequest", message, Meta.object());
    }

    public static Refusal noSuchPath() {
        return new Refusal(404, "NotFound", "the server could not find the requested resource", Meta.object());
    }

    public static Refusal methodNotAllowed() {
        return new Refusal(
                405,
                "MethodNotAllowed",
                "the server does not allow this method on the requested resource",
                Meta.object());
    }

    public static Refusal unsupportedMediaType(String message) {
        return new Refusal(415, "UnsupportedMediaType", message, Meta.object());
    }

    public static Refusal gone(long version, long oldest) {
        return new Refusal(
                410, "Expired", "too old resource version: %d (%d)".formatted(version, oldest), Meta.object());
    }

    public static Refusal internal(Throwable cause) {
        return new Refusal(500, "InternalError", "Internal error occurred: " + cause, Meta.object());
    }

    public static Refusal notFound(Key key) {
        return about(key, 404, "NotFound", "%s \"%s\" not found".formatted(key.kind(), key.name()));
    }

    public static Refusal alreadyExists(Key key) {
        return about(key, 409, "AlreadyExists", "%s \"%s\" already exists".formatted(key.kind(), key.name()));
    }

    public static Refusal outdated(Key key) {
        return about(
                key,
                409,
                "Conflict",
                ("Operation cannot be fulfilled on %s \"%s\": the object has been modified; "
                                + "please apply your changes to the latest version and try again")
                        .formatted(key.kind(), key.name()));
    }

    /** Other managers hold fields that an apply wants to change. */
    public static Refusal contested(Key key, String message, List<Cause> causes) {
        Refusal refusal = about(key, 409, "Conflict", message);
        refusal.name(causes);
        return refusal;
    }

    public static Refusal forbidden(Key key, String why) {
        return about(key, 403, "Forbidden", "%s \"%s\" is forbidden: %s".formatted(key.kind(), key.name(), why));
    }

    /** The person may not do this at all; the sentence is complete. */
    public static Refusal denied(Key key, String sentence) {
        return about(key, 403, "Forbidden", sentence);
    }

    public static Refusal invalid(Key key, List<Cause> causes) {
        String all = causes.stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        String kind = key.kind().group().isEmpty()
                ? key.kind().name()
                : key.kind().name() + "." + key.kind().group();
        String message =
                "%s \"%s\" is invalid: %s".formatted(kind, key.name(), causes.size() > 1 ? "[" + all + "]" : all);
        Refusal refusal = about(key, 422, "Invalid", message);
        refusal.name(causes);
        return refusal;
    }

    private static Refusal about(Key key, int code, String reason, String message) {
        ObjectNode details = Meta.object();
        if (!key.name().isEmpty()) {
            details.put("name", key.name());
        }
        if (!key.kind().group().isEmpty()) {
            details.put("group", key.kind().group());
        }
        details.put("kind", code == 422 ? key.kind().name() : key.kind().plural());
        return new Refusal(code, reason, message, details);
    }

    private void name(List<Cause> causes) {
        for (Cause cause : causes) {
            details.withArray("causes")
                    .addObject()
                    .put("reason", cause.reason())
                    .put("message", cause.message())
                    .put("field", cause.field());
        }
    }

    public int code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** The body of the answer. */
    public ObjectNode status() {
        ObjectNode status = Meta.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", sentence()).put("reason", reason);
        if (!details.isEmpty()) {
            status.set("details", details);
        }
        return status.put("code", code);
    }
}
