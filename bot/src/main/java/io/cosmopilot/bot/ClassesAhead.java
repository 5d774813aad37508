package io.cosmopilot.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Loads on the second core what the start before has needed, ahead of the one that puts the application together: a
 * third of its time goes into finding and reading classes. Loading one does nothing but that; it is initialised, as
 * ever, by whoever uses it first. What has gone since is passed over, and what is new is loaded when it is needed.
 */
public final class ClassesAhead
        implements ApplicationContextInitializer<ConfigurableApplicationContext>,
                ApplicationListener<ApplicationReadyEvent> {

    private static final String NAME = "classes-of-the-last-start";
    private static final Logger LOG = LoggerFactory.getLogger(ClassesAhead.class);

    private volatile boolean ready;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addApplicationListener(this);
        Path file = data(context).resolve(NAME);
        if (Files.exists(file) && Runtime.getRuntime().availableProcessors() > 1) {
            Thread.ofPlatform().daemon().name("classes-ahead").start(() -> load(file));
        }
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ready = true;
        Path data = data(event.getApplicationContext());
        if (Files.isDirectory(data)) {
            Thread.ofPlatform().daemon().name("classes-noted").start(() -> note(data.resolve(NAME)));
        }
    }

    private static Path data(ConfigurableApplicationContext context) {
        return Path.of(context.getEnvironment().getRequiredProperty("cosmopilot.data"));
    }

    private void load(Path file) {
        try {
            for (String name : LoadedClasses.read(file).names()) {
                if (ready) {
                    return;
                }
                load(name);
            }
        } catch (IOException e) {
            LOG.debug("the classes of the last start cannot be read", e);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, ClassesAhead.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.trace("{} is not what it was", name, e);
        }
    }

    private static void note(Path file) {
        try {
            LoadedClasses.ofThisJvm().write(file);
        } catch (JMException | IOException e) {
            LOG.debug("the next start has to find its classes itself", e);
        }
    }
}
