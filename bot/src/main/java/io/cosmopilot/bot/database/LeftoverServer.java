package io.cosmopilot.bot.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an application that was killed has left behind: its PostgreSQL, which runs on without it, or the note of one
 * that does not. Who looks holds the directory, so nobody else can be using it.
 */
final class LeftoverServer {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverServer.class);
    private static final long PATIENCE = 10;

    private final Path note;

    private LeftoverServer(Path note) {
        this.note = note;
    }

    static LeftoverServer of(Path data) {
        return new LeftoverServer(data.resolve("postmaster.pid"));
    }

    void stop() throws IOException {
        Optional<ProcessHandle> process = process();
        if (process.isPresent()) {
            LOG.info("a PostgreSQL of before is still running and is stopped first");
            stop(process.orElseThrow());
        }
        // A process id may belong to somebody else by now, which PostgreSQL itself could not tell.
        Files.deleteIfExists(note);
    }

    private Optional<ProcessHandle> process() throws IOException {
        List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id)))
                .filter(process -> process.info()
                        .command()
                        .filter(program -> program.contains("postgres"))
                        .isPresent());
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
