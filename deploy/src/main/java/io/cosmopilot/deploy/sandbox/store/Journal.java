package io.cosmopilot.deploy.sandbox.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The store's memory on disk: one file, one JSON line a change, rewritten when most of its lines are history. Each line
 * is handed to the operating system before the change is answered, so a process that is killed loses nothing; a last
 * line cut in half by a power failure is dropped.
 */
final class Journal implements AutoCloseable {

    private static final int WORTH_REWRITING = 2_000;

    private final Path file;
    private final FileChannel guard;
    private FileOutputStream out;
    private int lines;

    private Journal(Path directory, FileChannel guard) throws IOException {
        this.file = directory.resolve("objects.jsonl");
        this.guard = guard;
        this.out = append(file);
    }

    /** Opens the directory for this process alone. */
    static Journal open(Path directory) {
        try {
            Files.createDirectories(directory);
            return new Journal(directory, guard(directory.resolve("lock")));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot keep its objects in " + directory + ": " + e, e);
        }
    }

    private static FileChannel guard(Path lock) throws IOException {
        FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        if (!isMine(channel)) {
            channel.close();
            throw new IOException("another sandbox is using it (set cosmopilot.sandbox.directory to another one)");
        }
        return channel;
    }

    private static boolean isMine(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** A stream and no channel: a channel closes for ever when its thread is interrupted. */
    private static FileOutputStream append(Path file) throws IOException {
        return new FileOutputStream(file.toFile(), true);
    }

    /** Reads every whole line, oldest first. */
    void replay(Entries entries) {
        try {
            List<String> all = List.of(Files.readString(file).split("\n", -1));
            // what follows the last line break is a line that never got finished, or nothing
            for (String line : all.subList(0, all.size() - 1)) {
                read(line, entries);
            }
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(
                    "The sandbox cannot read " + file + " (move it away to start with an empty cluster): " + e, e);
        }
    }

    private static void read(String line, Entries entries) {
        JsonNode entry = Meta.JSON.readTree(line);
        entries.at(entry.path("version").asLong(0));
        Kinds.qualified(entry.path("kind").asString("")).ifPresent(kind -> {
            if (entry.path("object") instanceof ObjectNode object) {
                entries.put(Key.of(kind, object), object);
            } else {
                entries.remove(new Key(
                        kind,
                        entry.path("namespace").asString(""),
                        entry.path("name").asString("")));
            }
        });
    }

    void put(long version, Key key, ObjectNode object) {
        write(out, line(version, key, object));
    }

    void remove(long version, Key key) {
        write(out, entry(version, key).put("namespace", key.namespace()).put("name", key.name()));
    }

    private static ObjectNode entry(long version, Key key) {
        return Meta.object().put("version", version).put("kind", key.kind().qualified());
    }

    private void write(FileOutputStream to, ObjectNode entry) {
        try {
            to.write((Meta.JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            lines++;
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write to " + file, e);
        }
    }

    /** Leaves only what still is, when the file has grown well beyond it. */
    void tidy(int living, Supplier<Collection<ObjectNode>> entries) {
        if (lines > WORTH_REWRITING + 4 * living) {
            rewrite(entries.get());
        }
    }

    static ObjectNode line(long version, Key key, ObjectNode object) {
        ObjectNode entry = entry(version, key);
        entry.set("object", object);
        return entry;
    }

    /** Replaces the file by these entries in one step: a crash leaves the old or the new file, never half of one. */
    void rewrite(Collection<ObjectNode> entries) {
        Path fresh = file.resolveSibling("objects.jsonl.new");
        try {
            Files.deleteIfExists(fresh);
            FileOutputStream next = append(fresh);
            lines = 0;
            entries.forEach(entry -> write(next, entry));
            next.getFD().sync();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            out.close();
            out = next;
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot rewrite " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        out.getFD().sync();
        out.close();
        guard.close();
    }

    /** Whoever is told what the journal holds. */
    interface Entries {
        void at(long version);

        void put(Key key, ObjectNode object);

        void remove(Key key);
    }
}
