package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import com.google.cloud.tools.jib.blob.Blobs;
import com.google.cloud.tools.jib.cache.Cache;
import com.google.cloud.tools.jib.image.ReproducibleLayerBuilder;
import com.google.common.collect.ImmutableList;

/**
 * A layer of what is compressed already, such as a jar. Jib would compress it once more, which takes longer than all else
 * and saves nothing; it takes the layer as it finds it here, in the place where it keeps those that it made before.
 */
final class Packed {

    private static final int BUFFER = 64 << 10;

    private Packed() {}

    static boolean is(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && (name.endsWith(".jar") || name.endsWith(".war"));
    }

    /** @param cache a directory that holds no layer yet */
    static void into(Path cache, FileEntriesLayer layer) throws IOException, CacheDirectoryCreationException {
        var entries = ImmutableList.copyOf(layer.getEntries());
        // How Jib calls these entries is its own affair: it says so with something small.
        Cache.withDirectory(cache).writeUncompressedLayer(Blobs.from(""), entries);
        Files.writeString(only(cache.resolve("selectors")), written(cache.resolve("layers"), entries));
    }

    /** Writes the layer where Jib looks for one of this digest, and gives the digest. */
    private static String written(Path layers, ImmutableList<FileEntry> entries) throws IOException {
        var file = Files.createTempFile(layers, "packed", ".tmp");
        var digest = sha256();
        String unpacked;
        try (var hashed = new DigestOutputStream(Files.newOutputStream(file), digest);
                var out = new Uncompressed(hashed)) {
            unpacked = new ReproducibleLayerBuilder(entries)
                    .build()
                    .writeTo(out)
                    .getDigest()
                    .getHash();
        }
        var packed = HexFormat.of().formatHex(digest.digest());
        Files.move(file, Files.createDirectories(layers.resolve(packed)).resolve(unpacked));
        return packed;
    }

    private static Path only(Path directory) throws IOException {
        List<Path> files;
        try (var all = Files.list(directory)) {
            files = all.toList();
        }
        if (files.size() != 1) {
            throw new IOException("another layer is in " + directory);
        }
        return files.getFirst();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static final class Uncompressed extends GZIPOutputStream {
        Uncompressed(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.NO_COMPRESSION);
        }
    }
}
