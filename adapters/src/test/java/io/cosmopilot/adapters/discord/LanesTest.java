package io.cosmopilot.adapters.discord;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LanesTest {

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatNeverEndsIsNotWaitedForWhenTheyAreClosed() throws InterruptedException {
        Lanes lanes = new Lanes();
        CountDownLatch begun = new CountDownLatch(1);
        // As the SDK waits: nothing interrupts it.
        lanes.run("wei", () -> {
            begun.countDown();
            new CompletableFuture<Void>().join();
        });
        begun.await();

        lanes.close();
    }
}
