package io.cosmopilot.deploy.sandbox.cluster;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.apply.ServerSideApply;
import io.cosmopilot.deploy.sandbox.apply.Tracking;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Store;

/** The sandbox cluster's objects with the rules of Kubernetes: what the API and the controllers write through. */
public final class Cluster {

    private final Store store;
    private final InstantSource clock;
    private final List<Admission> admissions;
    private final Cascade cascade;

    /**
     * A cluster over a store.
     *
     * @param rules what writes must pass beyond the rules of every object
     */
    public Cluster(Store store, InstantSource clock, List<Admission> rules) {
        this.store = store;
        this.clock = clock;
        this.cascade = new Cascade(store);
        this.admissions = Stream.concat(
                        Stream.of(new Names(), new NamespaceLife(store), new Defaults(store)), rules.stream())
                .toList();
    }

    public Store store() {
        return store;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Now, as Kubernetes writes times: to the second. */
    public String timestamp() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    public Optional<ObjectNode> find(Key key) {
        return store.find(key);
    }

    public ObjectNode get(Key key) {
        return store.find(key).orElseThrow(() -> Refusal.notFound(key));
    }

    public List<ObjectNode> list(Kind kind) {
        return store.list(kind);
    }

    public List<ObjectNode> list(Kind kind, String namespace) {
        return store.list(kind, namespace);
    }

    public ObjectNode create(Kind kind, String namespace, ObjectNode object, Write write) {
        return store.together(() -> {
            ObjectNode fresh = Identity.placed(kind, namespace, object.deepCopy());
            Key key = Key.of(kind, fresh);
            if (store.find(key).isPresent()) {
                throw Refusal.alreadyExists(key);
            }
            return insert(key, tracked(MissingNode.getInstance(), fresh, write), write);
        });
    }

    /**
     * Changes an object by a function of what it is.
     *
     * @throws Refusal 404 when it is not there, 409 when the result carries an outdated resourceVersion
     */
    public ObjectNode update(Key key, UnaryOperator<ObjectNode> change, Write write) {
        return store.together(() -> {
            ObjectNode live = get(key);
            ObjectNode wanted = change.apply(live.deepCopy());
            Identity.requireSame(key, live, wanted);
            ObjectNode next = Identity.keep(live, part(key, live, wanted, write.part()));
            return write(key, live, tracked(live, next, write), write);
        });
    }

    /** Server-side apply; creates the object when there is none. */
    public ObjectNode apply(Key key, ObjectNode configuration, ServerSideApply apply, Write write) {
        return store.together(() -> {
            Optional<ObjectNode> found = store.find(key);
            if (found.isEmpty()) {
                ObjectNode placed = Identity.placed(key.kind(), key.namespace(), configuration.deepCopy());
                ObjectNode fresh = apply.onto(Meta.object(), configuration);
                return insert(key, Identity.named(fresh, placed), write);
            }
            ObjectNode live = found.get();
            ObjectNode next = apply.onto(live.deepCopy(), configuration);
            return write(key, live, Identity.keep(live, part(key, live, next, write.part())), write);
        });
    }

    /** A controller notes what it has observed. */
    public void observe(Key key, Consumer<ObjectNode> change) {
        if (store.find(key).isPresent()) {
            update(key, changed(change), Write.OF_STATUS);
        }
    }

    public static UnaryOperator<ObjectNode> changed(Consumer<ObjectNode> change) {
        return object -> {
            change.accept(object);
            return object;
        };
    }

    /** Deletes an object, or marks it as being deleted while finalizers hold it. */
    public ObjectNode delete(Key key, Deletion deletion) {
        return store.together(() -> {
            ObjectNode live = get(key);
            if (differs(deletion.uid(), Meta.uid(live))
                    || differs(deletion.resourceVersion(), Meta.resourceVersion(live))) {
                throw Refusal.outdated(key);
            }
            if (!deletion.dryRun()) {
                remove(key, live, deletion);
            }
            return live;
        });
    }

    private static boolean differs(String expected, String actual) {
        return !expected.isEmpty() && !expected.equals(actual);
    }

    private void remove(Key key, ObjectNode live, Deletion deletion) {
        if (deletion.dependents() == Deletion.Dependents.ORPHANED) {
            cascade.orphan(live);
        }
        if (!Meta.hasFinalizers(live)) {
            store.remove(key);
            cascade.from(live).forEach(dependent -> delete(dependent, Deletion.CASCADING));
        } else if (!Meta.isBeingDeleted(live)) {
            ObjectNode dying = live.deepCopy();
            dying.withObject("/metadata").put("deletionTimestamp", timestamp()).put("deletionGracePeriodSeconds", 0);
            if (key.kind().equals(Kinds.NAMESPACE)) {
                dying.withObject("/status").put("phase", "Terminating");
            }
            store.put(key, dying);
        }
    }

    private ObjectNode insert(Key key, ObjectNode object, Write write) {
        if (key.kind().hasStatus()) {
            object.remove("status");
        }
        object.withObject("/metadata")
                .put("uid", UUID.randomUUID().toString())
                .put("creationTimestamp", timestamp())
                .remove(List.of("resourceVersion", "deletionTimestamp"));
        if (object.has("spec")) {
            object.withObject("/metadata").put("generation", 1);
        }
        admissions.forEach(admission -> admission.admit(new Attempt(key, null, object)));
        return write.dryRun() ? object : store.put(key, object);
    }

    private ObjectNode write(Key key, ObjectNode live, ObjectNode next, Write write) {
        if (write.part() == Write.Part.MAIN) {
            admissions.forEach(admission -> admission.admit(new Attempt(key, live, next)));
        }
        if (!next.path("spec").equals(live.path("spec"))) {
            next.withObject("/metadata").put("generation", (int) Meta.generation(live) + 1);
        }
        if (write.dryRun() || next.equals(live)) {
            return next;
        }
        ObjectNode kept = store.put(key, next);
        if (Meta.isBeingDeleted(kept) && !Meta.hasFinalizers(kept)) {
            remove(key, kept, Deletion.CASCADING);
        }
        return kept;
    }

    private ObjectNode tracked(JsonNode live, ObjectNode next, Write write) {
        return write.writer().isEmpty() ? next : new Tracking(write.writer(), clock.instant()).track(live, next);
    }

    /** Takes from a wanted object only what this write may change. */
    private static ObjectNode part(Key key, ObjectNode live, ObjectNode wanted, Write.Part part) {
        if (part == Write.Part.STATUS) {
            ObjectNode next = live.deepCopy();
            next.set("status", wanted.path("status").isMissingNode() ? Meta.object() : wanted.path("status"));
            return next;
        }
        if (key.kind().hasStatus()) {
            wanted.remove("status");
            live.optional("status").ifPresent(status -> wanted.set("status", status));
        }
        return wanted;
    }
}
