package io.cosmopilot.deploy.jobs;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;

/** Tries again after 1, 2, 4 … seconds, at most half a minute: whoever waits at a chat should not wait for a timer. */
public final class Backoff implements FailureHandler<Void> {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 5;

    /** How long to wait after so many failures in a row, counted from 0. */
    public static Duration after(int failures) {
        var wait = Duration.ofSeconds(1L << Math.min(failures, DOUBLINGS));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    @Override
    public void onFailure(ExecutionComplete failed, ExecutionOperations<Void> operations) {
        var wait = after(failed.getExecution().consecutiveFailures);
        operations.reschedule(failed, failed.getTimeDone().plus(wait));
    }
}
