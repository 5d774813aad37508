package io.cosmopilot.deploy.sandbox.http;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.apply.Patch;
import io.cosmopilot.deploy.sandbox.apply.ServerSideApply;
import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.cluster.Deletion;
import io.cosmopilot.deploy.sandbox.cluster.Deletion.Dependents;
import io.cosmopilot.deploy.sandbox.cluster.Write;
import io.cosmopilot.deploy.sandbox.cluster.Write.Part;
import io.cosmopilot.deploy.sandbox.schema.Schema;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;

/** create, update, patch, apply and delete. */
record Writes(Cluster cluster, Schema schema) {

    private static final Set<String> APPLY = Set.of("application/apply-patch+yaml", "application/apply-patch+cbor");

    JsonNode create(Target target, ApiRequest request) {
        ObjectNode object = request.object();
        schema.admit(target.kind(), object, isStrict(request));
        return cluster.create(target.kind(), target.namespace(), object, write(target, request));
    }

    JsonNode replace(Target target, ApiRequest request) {
        ObjectNode wanted = request.object();
        return change(target, request, live -> wanted);
    }

    JsonNode patch(Target target, ApiRequest request) {
        if (APPLY.contains(request.contentType())) {
            return apply(target, request);
        }
        return change(target, request, Patch.of(request.contentType(), request.json())::applyTo);
    }

    /** Whether an apply is going to make what is not there yet. */
    boolean creates(Target target, ApiRequest request) {
        return request.method().equals("PATCH")
                && APPLY.contains(request.contentType())
                && !target.isCollection()
                && cluster.find(target.key()).isEmpty();
    }

    private JsonNode change(Target target, ApiRequest request, UnaryOperator<ObjectNode> change) {
        Write write = write(target, request);
        if (target.part().equals("scale")) {
            return Scale.of(
                    target,
                    cluster.update(
                            target.key(), live -> Scale.into(live, change.apply(Scale.of(target, live))), write));
        }
        return cluster.update(
                target.key(),
                live -> {
                    ObjectNode next = change.apply(live);
                    schema.admit(target.kind(), next, isStrict(request));
                    return next;
                },
                write);
    }

    private JsonNode apply(Target target, ApiRequest request) {
        String manager = request.parameter("fieldManager");
        if (manager.isEmpty()) {
            throw Refusal.badRequest("PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is "
                    + "required for apply patch");
        }
        ObjectNode configuration = request.object();
        if (!configuration.at("/metadata/managedFields").isEmpty()) {
            throw Refusal.badRequest("metadata.managedFields must be nil");
        }
        if (!Meta.name(configuration).equals(target.name())) {
            throw Refusal.badRequest("the name of the object (%s) does not match the name on the URL (%s)"
                    .formatted(Meta.name(configuration), target.name()));
        }
        // unlike the other writes, an apply never lets an unknown field pass: nobody could manage it
        schema.admit(target.kind(), configuration, true);
        ServerSideApply apply = new ServerSideApply(target.key(), manager, request.isSet("force"), cluster.now());
        return cluster.apply(target.key(), configuration, apply, write(target, request));
    }

    JsonNode delete(Target target, ApiRequest request) {
        ObjectNode gone = cluster.delete(target.key(), deletion(request));
        ObjectNode status = Meta.object().put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        status.putObject("details")
                .put("name", target.name())
                .put("group", target.kind().group())
                .put("kind", target.kind().plural())
                .put("uid", Meta.uid(gone));
        return status;
    }

    JsonNode deleteAll(Target target, ApiRequest request) {
        Deletion deletion = deletion(request);
        ObjectNode list = new Reads(cluster).list(target, request);
        Meta.items(list.path("items"))
                .map(item -> Key.of(target.kind(), item))
                .filter(key -> cluster.find(key).isPresent())
                .forEach(key -> cluster.delete(key, deletion));
        return list;
    }

    private static boolean isStrict(ApiRequest request) {
        return request.parameter("fieldValidation").equals("Strict");
    }

    private static Deletion deletion(ApiRequest request) {
        JsonNode options = request.body().isBlank() ? Meta.object() : request.json();
        String policy = options.path("propagationPolicy").asString(request.parameter("propagationPolicy"));
        boolean orphan =
                policy.equals("Orphan") || options.path("orphanDependents").asBoolean(false);
        boolean dry = request.wantsDryRun() || !options.path("dryRun").isEmpty();
        return new Deletion(
                orphan ? Dependents.ORPHANED : Dependents.DELETED,
                Meta.text(options, "/preconditions/uid"),
                Meta.text(options, "/preconditions/resourceVersion"),
                dry);
    }

    private static Write write(Target target, ApiRequest request) {
        if (!List.of("", "status", "scale", "finalize").contains(target.part())) {
            throw Refusal.noSuchPath();
        }
        Part part = target.part().equals("status") ? Part.STATUS : Part.MAIN;
        return new Write(writer(request), part, request.wantsDryRun());
    }

    /** The field manager, or else the program's name, as Kubernetes has it. */
    private static String writer(ApiRequest request) {
        String manager = request.parameter("fieldManager");
        if (!manager.isEmpty()) {
            return manager;
        }
        String agent = request.header("User-Agent");
        int slash = agent.indexOf('/');
        String program = slash < 0 ? agent : agent.substring(0, slash);
        return program.isBlank() ? "unknown" : program.strip();
    }
}
