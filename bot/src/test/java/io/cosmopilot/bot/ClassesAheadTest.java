package io.cosmopilot.bot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class ClassesAheadTest {

    private static final String SLEEPER = "io.cosmopilot.bot.Sleeper";

    static boolean awake;

    @TempDir
    Path data;

    @Test
    void loadsWhatTheLastStartNotedAndWakesNothing() throws Exception {
        Files.write(file(), List.of("no.such.Name", SLEEPER));

        new ClassesAhead().initialize(context());
        end("classes-ahead");

        assertThat(LoadedClasses.ofThisJvm().names()).contains(SLEEPER);
        assertThat(awake).isFalse();
    }

    @Test
    void notesForTheNextStartWhatThisOneHasLoaded() throws Exception {
        GenericApplicationContext context = context();
        ClassesAhead ahead = new ClassesAhead();
        ahead.initialize(context);

        ahead.onApplicationEvent(
                new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ofSeconds(1)));
        end("classes-noted");

        assertThat(LoadedClasses.read(file()).names()).contains(ClassesAhead.class.getName());
    }

    private Path file() {
        return data.resolve("classes-of-the-last-start");
    }

    private GenericApplicationContext context() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("cosmopilot.data", data.toString())));
        return context;
    }

    private static void end(String name) throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(name)) {
                thread.join();
            }
        }
    }
}
