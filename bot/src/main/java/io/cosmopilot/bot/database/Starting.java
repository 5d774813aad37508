package io.cosmopilot.bot.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** An embedded PostgreSQL that starts on a thread of its own. */
final class Starting {

    private final CompletableFuture<LocalPostgres> server;

    private Starting(CompletableFuture<LocalPostgres> server) {
        this.server = server;
    }

    static Starting on(Path data) {
        return new Starting(CompletableFuture.supplyAsync(
                () -> LocalPostgres.start(DataDirectory.claim(data)),
                task -> Thread.ofPlatform().name("postgres-start").start(task)));
    }

    /** The server, once it is there. */
    LocalPostgres server() {
        try {
            return server.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    void stop() throws IOException {
        try {
            server.join().close();
        } catch (CompletionException e) {
            // It never started, which was said to whoever asked for it.
            assert server.isCompletedExceptionally();
        }
    }
}
