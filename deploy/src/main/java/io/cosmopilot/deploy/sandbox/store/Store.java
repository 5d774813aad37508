package io.cosmopilot.deploy.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All objects of the sandbox. Every write gets the next version, is journaled, and is told to whoever watches, in the
 * same order. Objects handed out are never changed again: whoever wants another one copies and puts it.
 */
public final class Store implements AutoCloseable {

    private static final int REMEMBERED_CHANGES = 4_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Kind, NavigableMap<Key, ObjectNode>> objects = new HashMap<>();
    private final Deque<Change> history = new ArrayDeque<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Journal journal;
    private long version;
    private long forgottenUpTo;

    private Store(Journal journal) {
        this.journal = journal;
        Kinds.all().forEach(kind -> objects.put(kind, new TreeMap<>()));
    }

    /** Opens the store kept in a directory, with everything that was in it. */
    public static Store open(Path directory) {
        Store store = new Store(Journal.open(directory));
        store.journal.replay(store.new Replay());
        store.forgottenUpTo = store.version;
        store.journal.rewrite(store.lines());
        return store;
    }

    /** Does several reads and writes as one: nobody sees or writes anything in between. */
    public <T extends @Nullable Object> T together(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public Optional<ObjectNode> find(Key key) {
        return together(() -> Optional.ofNullable(of(key.kind()).get(key)));
    }

    public List<ObjectNode> list(Kind kind) {
        return together(() -> List.copyOf(of(kind).values()));
    }

    public List<ObjectNode> list(Kind kind, String namespace) {
        return together(() -> of(kind).entrySet().stream()
                .filter(entry -> entry.getKey().namespace().equals(namespace))
                .map(Map.Entry::getValue)
                .toList());
    }

    /** The objects of one namespace, or of all when it is empty, with the version they were read at. */
    public Listing listing(Kind kind, String namespace) {
        return together(() -> new Listing(version, namespace.isEmpty() ? list(kind) : list(kind, namespace)));
    }

    /** Keeps an object as it is from now on; the answer carries its version. */
    public ObjectNode put(Key key, ObjectNode object) {
        return together(() -> {
            ObjectNode kept = object.deepCopy();
            version++;
            kept.withObject("/metadata").put("resourceVersion", Long.toString(version));
            @Nullable ObjectNode before = of(key.kind()).put(key, kept);
            journal.put(version, key, kept);
            tell(new Change(before == null ? Change.Type.ADDED : Change.Type.MODIFIED, key, version, kept, before));
            return kept;
        });
    }

    public Optional<ObjectNode> remove(Key key) {
        return together(() -> Optional.ofNullable(of(key.kind()).remove(key)).map(gone -> {
            version++;
            ObjectNode last = gone.deepCopy();
            last.withObject("/metadata").put("resourceVersion", Long.toString(version));
            journal.remove(version, key);
            tell(new Change(Change.Type.DELETED, key, version, last, gone));
            return last;
        }));
    }

    /**
     * The changes of a kind after a version.
     *
     * @throws Refusal 410 when that version is further back than the store remembers
     */
    public Subscription watch(Kind kind, long since) {
        return together(() -> {
            if (since < forgottenUpTo) {
                throw Refusal.gone(since, forgottenUpTo);
            }
            List<Change> missed = history.stream()
                    .filter(change ->
                            change.version() > since && change.key().kind().equals(kind))
                    .toList();
            Subscription subscription =
                    new Subscription(kind, missed, gone -> together(() -> subscriptions.remove(gone)));
            subscriptions.add(subscription);
            return subscription;
        });
    }

    public long version() {
        return together(() -> version);
    }

    /** Calls back after every change, on the writer's thread: do next to nothing there. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Sends all readers away; they may come back with the version they have seen. */
    public void endSubscriptions() {
        together(() -> {
            subscriptions.forEach(Subscription::end);
            subscriptions.clear();
            return version;
        });
    }

    @Override
    public void close() {
        together(() -> {
            endSubscriptions();
            try {
                journal.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return version;
        });
    }

    private void tell(Change change) {
        history.addLast(change);
        if (history.size() > REMEMBERED_CHANGES) {
            forgottenUpTo = history.removeFirst().version();
        }
        subscriptions.forEach(subscription -> subscription.offer(change));
        listeners.forEach(Runnable::run);
        journal.tidy(objects.values().stream().mapToInt(Map::size).sum(), this::lines);
    }

    private Collection<ObjectNode> lines() {
        List<ObjectNode> lines = new ArrayList<>();
        // the first line only keeps the version from going back when the newest change was a removal
        lines.add(Meta.object().put("version", version));
        objects.values().forEach(some -> some.forEach((key, object) -> lines.add(Journal.line(version, key, object))));
        return lines;
    }

    private NavigableMap<Key, ObjectNode> of(Kind kind) {
        return objects.getOrDefault(kind, new TreeMap<>());
    }

    private final class Replay implements Journal.Entries {

        @Override
        public void at(long then) {
            version = Math.max(version, then);
        }

        @Override
        public void put(Key key, ObjectNode object) {
            of(key.kind()).put(key, object);
        }

        @Override
        public void remove(Key key) {
            of(key.kind()).remove(key);
        }
    }
}
