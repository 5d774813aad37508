package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.BuildOrder.Source;
import io.cosmopilot.deploy.BuildReport;
import io.cosmopilot.deploy.BuildReport.Stage;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.builds.BuildRecords.Build;
import io.cosmopilot.deploy.jobs.Told;
import io.cosmopilot.deploy.registry.OpenSpaces;
import io.cosmopilot.deploy.registry.RegistrySettings;

/** Carries a build out. After a crash it begins again; the same code gives the same image. */
@Component
class Building {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-build");

    private static final Logger LOG = LoggerFactory.getLogger(Building.class);
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final BuildRecords records;
    private final BuildSettings settings;
    private final RegistrySettings registry;
    private final OpenSpaces images;
    private final Bases bases;
    private final Workshop workshop;
    private final Fetching fetching;
    private final Cloning cloning;
    private final Unpacking unpacking;
    private final Told told;

    Building(
            BuildRecords records,
            BuildSettings settings,
            RegistrySettings registry,
            OpenSpaces images,
            Bases bases,
            Workshop workshop,
            Fetching fetching,
            Cloning cloning,
            Unpacking unpacking,
            Told told) {
        this.records = records;
        this.settings = settings;
        this.registry = registry;
        this.images = images;
        this.bases = bases;
        this.workshop = workshop;
        this.fetching = fetching;
        this.cloning = cloning;
        this.unpacking = unpacking;
        this.told = told;
    }

    void run(String id) {
        records.find(id).filter(Build::running).ifPresent(this::build);
    }

    private void build(Build build) {
        var log = new Log();
        var bench = workshop.bench();
        try {
            var image = watched(build, log, bench);
            image.ifPresent(made -> end(
                    build,
                    "BUILT",
                    number -> new BuildReport.Built(
                            build.id() + "-" + number,
                            build.requester(),
                            build.id(),
                            reference(build),
                            made.digest(),
                            made.port(),
                            log.last())));
        } catch (BuildException known) {
            fail(build, known.problem(), log);
        } catch (RuntimeException ours) {
            if (Thread.currentThread().isInterrupted()) {
                // The replica is shutting down: the build begins again elsewhere.
                throw ours;
            }
            LOG.error("build {} failed", build.id(), ours);
            fail(build, Problem.of("deploy.build.broken", String.valueOf(ours.getMessage())), log);
        } finally {
            Workshop.clear(bench);
        }
    }

    /** Works in a thread of its own, and looks after it: whether it is still wanted, and how long it takes. */
    private Optional<Image> watched(Build build, Log log, Path bench) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = workers.submit(() -> work(build, log, bench));
            try {
                return waited(build, log, work);
            } finally {
                workers.shutdownNow();
            }
        }
    }

    private Optional<Image> waited(Build build, Log log, Future<Image> work) {
        long deadline = System.nanoTime() + settings.timeout().toNanos();
        var before = log.last();
        while (true) {
            try {
                return Optional.of(work.get(BEAT.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException busy) {
                if (!records.running(build.id())) {
                    return Optional.empty();
                }
                if (System.nanoTime() > deadline) {
                    throw new BuildException(
                            "timeout", String.valueOf(settings.timeout().toMinutes()));
                }
                if (!log.last().equals(before)) {
                    before = log.last();
                    progress(build, Stage.BUILDING, log);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(failed.getCause());
            }
        }
    }

    private Image work(Build build, Log log, Path bench) throws InterruptedException {
        progress(build, Stage.FETCHING, log);
        var directory = bench.resolve("code");
        var code = code(build, log, directory);
        progress(build, Stage.BUILDING, log);
        var robot = images.pusher(build.order().space(), settings.timeout().plusMinutes(1));
        var target = new Lane.Target(reference(build), robot.username(), robot.password());
        var base = build.order().base();
        if (base == null) {
            return new Image(dockerfile(code).build(target, code, log), 0);
        }
        var recipe = Recipe.of(bases.find(base).orElseThrow(() -> new BuildException("base-unknown", base)), code);
        var lane = new Layering(
                workshop.caches(), bench.resolve("layers"), registry.plainHttp(), registry.address(), recipe);
        return new Image(lane.build(target, code, log), recipe.port());
    }

    private Lane dockerfile(Code code) {
        if (code.has("Dockerfile").isEmpty()) {
            throw new BuildException("nothing-to-start", "dockerfile", "Dockerfile");
        }
        if (settings.docker().host() == null) {
            throw new BuildException("no-engine");
        }
        return new Dockerfiles(settings);
    }

    private Code code(Build build, Log log, Path directory) {
        switch (build.order().source()) {
            case Source.Upload upload -> open(build, log, directory, upload.name(), records.content(build.id()));
            case Source.Url url -> {
                var fetched = fetching.fetch(url.url());
                open(build, log, directory, fetched.name(), fetched.content());
            }
            case Source.Git git -> cloning.into(directory, git.url(), git.branch());
        }
        return Code.in(directory);
    }

    private void open(Build build, Log log, Path directory, String name, byte[] content) {
        try {
            Files.createDirectories(directory);
            if (Unpacking.archive(name)) {
                progress(build, Stage.UNPACKING, log);
                unpacking.into(directory, name, content);
            } else {
                Files.write(directory.resolve(plain(name)), content);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String plain(String name) {
        var last = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return last.isBlank() || last.startsWith(".") ? "file" + last : last;
    }

    private String reference(Build build) {
        var order = build.order();
        return registry.address() + "/" + order.space() + "/" + order.image() + ":" + order.tag();
    }

    private void progress(Build build, Stage stage, Log log) {
        told.counted(
                () -> records.count(build.id()),
                number -> new BuildReport.Progressed(
                        build.id() + "-" + number, build.requester(), build.id(), stage, log.last()));
    }

    private void fail(Build build, Problem problem, Log log) {
        end(
                build,
                "FAILED",
                number -> new BuildReport.Failed(
                        build.id() + "-" + number, build.requester(), build.id(), problem, log.last()));
    }

    private void end(Build build, String phase, IntFunction<Object> report) {
        told.counted(() -> records.count(build.id()).filter(number -> records.end(build.id(), phase)), report);
    }

    private record Image(String digest, int port) {}
}
