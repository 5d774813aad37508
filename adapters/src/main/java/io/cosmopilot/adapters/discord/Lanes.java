package io.cosmopilot.adapters.discord;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What one person does is done in order; different people do not wait for each other, nor the gateway for anybody. */
final class Lanes implements AutoCloseable {

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

    @Override
    public void close() {
        workers.close();
    }
}
