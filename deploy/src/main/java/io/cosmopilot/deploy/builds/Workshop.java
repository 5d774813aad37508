package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Directories for builds: one each, and the caches that all share. */
@Component
class Workshop {

    private final BuildSettings settings;
    private volatile @Nullable Path known;

    Workshop(BuildSettings settings) {
        this.settings = settings;
    }

    Path caches() {
        return root().resolve("caches");
    }

    Path bench() {
        try {
            return Files.createTempDirectory(root(), "build");
        } catch (IOException failed) {
            throw new UncheckedIOException("cosmopilot.builds.directory cannot be written to", failed);
        }
    }

    private Path root() {
        var root = known;
        if (root == null) {
            root = made();
            known = root;
        }
        return root;
    }

    private synchronized Path made() {
        var told = settings.directory();
        try {
            return told == null
                    ? Files.createTempDirectory("cosmopilot-builds")
                    : Files.createDirectories(told.toAbsolutePath());
        } catch (IOException failed) {
            throw new UncheckedIOException("cosmopilot.builds.directory cannot be made", failed);
        }
    }

    static void clear(Path bench) {
        try {
            Files.walkFileTree(bench, new Sweeping());
        } catch (IOException failed) {
            throw new UncheckedIOException("what was built in stays there: " + bench, failed);
        }
    }

    private static final class Sweeping extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
