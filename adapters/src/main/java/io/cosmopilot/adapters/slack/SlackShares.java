package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

import io.cosmopilot.adapters.files.Unfit;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.adapters.words.WordsForReader;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Reception;

/** Takes the files that people share: at once what comes at once, and what does not after the acknowledgement. */
final class SlackShares {

    static final TaskDescriptor<SlackFile> TASK = TaskDescriptor.of("slack-file", SlackFile.class);
    private static final Logger log = LoggerFactory.getLogger(SlackShares.class);

    /** Slack waits three seconds for its acknowledgement, for all files of a message together. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static final Duration LATER = Duration.ofMinutes(5);

    private final SlackFiles files;
    private final SlackPeople people;
    private final SlackWeb web;
    private final WordsForReader words;
    private final ObjectProvider<Reception> reception;
    // Provided late: the scheduler is built from the tasks.
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    SlackShares(
            SlackFiles files,
            SlackPeople people,
            SlackWeb web,
            WordsForReader words,
            ObjectProvider<Reception> reception,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.files = files;
        this.people = people;
        this.web = web;
        this.words = words;
        this.reception = reception;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void take(List<SlackFile> shared) {
        long end = System.nanoTime() + AT_ONCE.toNanos();
        for (SlackFile file : shared) {
            try {
                handIn(file, Duration.ofNanos(end - System.nanoTime()));
            } catch (TimeoutException slow) {
                later(file);
            }
        }
    }

    /** Told only when it was not enqueued before: Slack may tell the same event again. */
    private void later(SlackFile file) {
        if (scheduler
                .getObject()
                .scheduleIfNotExists(TASK.instance(file.event()).data(file).build(), clock.instant())) {
            tell(file, "later", reader -> reader.of("adapters.slack.file.later", file.name()));
        }
    }

    /** The work that was put off. */
    void fetch(SlackFile file) {
        try {
            handIn(file, LATER);
        } catch (TimeoutException slow) {
            away(file, "it takes too long");
        }
    }

    private void handIn(SlackFile file, Duration patience) throws TimeoutException {
        try {
            Incoming incoming = files.keep(account(file), file.name(), file.size(), file.address(), patience)
                    .<Incoming>map(upload -> new Incoming.Attached(file.event(), upload.id(), file.text()))
                    .orElseGet(
                            () -> new Incoming.Said(file.event(), file.text().isEmpty() ? file.name() : file.text()));
            reception.getObject().receive(account(file), people.locale(file.user()), incoming);
        } catch (Unfit unfit) {
            tell(file, "unfit", reader -> files.refusal(reader, file.name(), unfit));
        } catch (IOException e) {
            away(file, String.valueOf(e.getMessage()));
        }
    }

    private void away(SlackFile file, String why) {
        log.info("a file on Slack could not be fetched: {}", why);
        tell(file, "away", reader -> reader.of("adapters.slack.file.away", file.name()));
    }

    private Account account(SlackFile file) {
        return people.account(file.team(), file.user());
    }

    private void tell(SlackFile file, String what, Function<Words, String> said) {
        Locale locale = reception.getObject().locale(account(file), people.locale(file.user()));
        web.post(
                file.user(),
                null,
                new Rendered(said.apply(words.in(locale)), List.of(), List.of()),
                file.event() + ":" + what);
    }
}
