package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.Port;

/**
 * Puts code on a base image without any engine. Times and rights of files are always the same, so that the same code
 * gives the same image.
 */
class Layering implements Lane {

    private static final Instant EPOCH = Instant.EPOCH.plusSeconds(1);

    private final Path caches;
    private final Path layers;
    private final boolean plainHttp;
    private final String registry;
    private final Recipe recipe;

    /**
     * @param caches for base images, which all builds share
     * @param layers for the layers of this build, a directory that does not exist yet
     */
    Layering(Path caches, Path layers, boolean plainHttp, String registry, Recipe recipe) {
        this.caches = caches;
        this.layers = layers;
        this.plainHttp = plainHttp;
        this.registry = registry;
        this.recipe = recipe;
    }

    @Override
    public String build(Target target, Code code, Log log) throws InterruptedException {
        try (var workers = Executors.newCachedThreadPool()) {
            try {
                var made = container(target)
                        .containerize(Containerizer.to(RegistryImage.named(target.reference())
                                        .addCredential(target.username(), target.password()))
                                .setBaseImageLayersCache(caches.resolve("bases"))
                                .setApplicationLayersCache(layers)
                                .setAllowInsecureRegistries(plainHttp)
                                .setToolName("cosmopilot")
                                .setExecutorService(workers)
                                .addEventHandler(LogEvent.class, event -> log.add(words(event))));
                return made.getDigest().toString();
            } finally {
                workers.shutdownNow();
            }
        } catch (RegistryException
                | ExecutionException
                | IOException
                | CacheDirectoryCreationException
                | InvalidImageReferenceException failed) {
            throw reason(target, failed);
        }
    }

    /** A registry that does not answer is nothing that the person could mend. */
    private static BuildException reason(Target target, Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof UnknownHostException) {
                return new BuildException("registry-away", String.valueOf(cause.getMessage())).because(failed);
            }
        }
        return new BuildException("push-failed", target.reference(), cause(failed)).because(failed);
    }

    private JibContainerBuilder container(Target target)
            throws IOException, InvalidImageReferenceException, CacheDirectoryCreationException {
        var base = ImageReference.parse(recipe.base().image());
        var from = RegistryImage.named(base);
        if (base.getRegistry().equals(registry)) {
            from.addCredential(target.username(), target.password());
        }
        var layer = layer();
        if (Packed.is(recipe.files())) {
            Packed.into(layers, layer);
        }
        var builder = Jib.from(from)
                .addFileEntriesLayer(layer)
                .setCreationTime(Instant.EPOCH)
                .addExposedPort(Port.tcp(recipe.port()));
        if (!recipe.start().isEmpty()) {
            builder.setEntrypoint(recipe.start()).setWorkingDirectory(AbsoluteUnixPath.get("/app"));
        }
        return builder;
    }

    private FileEntriesLayer layer() throws IOException {
        var layer = FileEntriesLayer.builder().setName("code");
        try (var files = Files.walk(recipe.files())) {
            for (var file : files.sorted().toList()) {
                var inside = recipe.files().relativize(file).toString();
                if (Files.isRegularFile(file) && !inside.startsWith(".git/")) {
                    layer.addEntry(file, at(inside), rights(file), EPOCH);
                }
            }
        }
        return layer.build();
    }

    private AbsoluteUnixPath at(String inside) {
        return AbsoluteUnixPath.get(inside.isEmpty() ? recipe.target() : recipe.target() + "/" + inside);
    }

    private FilePermissions rights(Path file) {
        boolean runs = Files.isExecutable(file) || recipe.base().language().equals("go");
        return FilePermissions.fromOctalString(runs ? "755" : "644");
    }

    private static String words(LogEvent event) {
        return switch (event.getLevel()) {
            case DEBUG, INFO -> "";
            default -> event.getMessage();
        };
    }

    private static String cause(Throwable failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
