package io.cosmopilot.deploy.builds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Unpacks what strangers packed: nothing outside of the directory, no links, no devices, and an end to what becomes
 * larger and larger.
 */
class Unpacking {

    private static final int BUFFER = 64 << 10;

    private final BuildSettings settings;

    Unpacking(BuildSettings settings) {
        this.settings = settings;
    }

    /** Whether it is an archive of files; a jar and a war are programs. */
    static boolean archive(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".zip") || lower.endsWith(".tar") || lower.endsWith(".tgz") || lower.endsWith(".tar.gz");
    }

    void into(Path directory, String name, byte[] content) {
        var filling = new Filling(directory);
        try {
            if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
                zip(content, filling);
            } else {
                tar(content, name, filling);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new BuildException("archive-broken", name).because(broken);
        }
    }

    private static void zip(byte[] content, Filling filling) throws IOException {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            var entries = zip.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (entry.isUnixSymlink()) {
                    throw new BuildException("archive-link", entry.getName());
                }
                if (!entry.isDirectory()) {
                    put(zip, entry, filling);
                }
            }
        }
    }

    private static void put(ZipFile zip, ZipArchiveEntry entry, Filling filling) throws IOException {
        try (var bytes = zip.getInputStream(entry)) {
            filling.put(entry.getName(), bytes, (entry.getUnixMode() & 0100) != 0);
        }
    }

    private static void tar(byte[] content, String name, Filling filling) throws IOException {
        InputStream raw = new ByteArrayInputStream(content);
        var lower = name.toLowerCase(Locale.ROOT);
        try (var tar = new TarArchiveInputStream(
                lower.endsWith("gz")
                        ? GzipCompressorInputStream.builder()
                                .setInputStream(raw)
                                .setDecompressConcatenated(true)
                                .get()
                        : raw)) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                if (special(entry)) {
                    throw new BuildException("archive-link", entry.getName());
                }
                if (!entry.isDirectory() && !entry.isGlobalPaxHeader() && !entry.isPaxHeader()) {
                    filling.put(entry.getName(), tar, (entry.getMode() & 0100) != 0);
                }
                entry = tar.getNextEntry();
            }
        }
    }

    /** What commons-compress calls a file as well: links, devices and pipes. */
    private static boolean special(TarArchiveEntry entry) {
        return entry.isSymbolicLink()
                || entry.isLink()
                || entry.isCharacterDevice()
                || entry.isBlockDevice()
                || entry.isFIFO();
    }

    /** A directory that fills up, and how far it has. */
    private final class Filling {

        private final Path directory;
        private long bytes;
        private int files;

        Filling(Path directory) {
            this.directory = directory.toAbsolutePath().normalize();
        }

        void put(String name, InputStream content, boolean executable) throws IOException {
            var file = inside(name);
            if (++files > settings.mostFiles()) {
                throw new BuildException("archive-too-many", String.valueOf(settings.mostFiles()));
            }
            Files.createDirectories(file.getParent());
            try (var out = Files.newOutputStream(file)) {
                copy(content, out);
            }
            if (executable && !file.toFile().setExecutable(true)) {
                throw new IOException("cannot be made executable: " + file);
            }
        }

        private Path inside(String name) {
            var file = directory.resolve(name).normalize();
            boolean plain = !name.startsWith("/") && name.indexOf('\\') < 0 && name.indexOf('\0') < 0;
            if (!plain || !file.startsWith(directory) || file.equals(directory)) {
                throw new BuildException("archive-escapes", name);
            }
            return file;
        }

        private void copy(InputStream content, OutputStream out) throws IOException {
            var buffer = new byte[BUFFER];
            int read = content.read(buffer);
            while (read >= 0) {
                bytes += read;
                if (bytes > settings.largestUnpacked().toBytes()) {
                    throw new BuildException(
                            "archive-bomb",
                            String.valueOf(settings.largestUnpacked().toMegabytes()));
                }
                out.write(buffer, 0, read);
                read = content.read(buffer);
            }
        }
    }
}
