package io.cosmopilot.adapters.discord;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What one person does is done in order; different people do not wait for each other, nor the gateway for anybody. */
final class Lanes implements AutoCloseable {

    private static final long LAST_SECONDS = 5;

    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("discord-", 0).factory());
    private final Map<String, CompletableFuture<?>> tails = new HashMap<>();

    // That a lane is left cannot fail.
    @SuppressWarnings("FutureReturnValueIgnored")
    synchronized void run(String person, Runnable work) {
        CompletableFuture<?> before = tails.getOrDefault(person, CompletableFuture.completedFuture(null));
        CompletableFuture<?> mine = before.handleAsync(
                (none, failure) -> {
                    work.run();
                    return null;
                },
                workers);
        tails.put(person, mine);
        mine.whenComplete((none, failure) -> leave(person, mine));
    }

    private synchronized void leave(String person, CompletableFuture<?> done) {
        tails.remove(person, done);
    }

    /** What is being worked on is finished, unless it takes long: once it is shut down, the SDK never ends what waits. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
