package io.cosmopilot.deploy.builds;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.cache.Cache;
import com.google.cloud.tools.jib.cache.CachedLayer;
import com.google.common.collect.ImmutableList;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Layers that are not compressed once more, as Jib finds them. */
class PackedTest {

    /** So easy to compress that it would be seen. */
    private static final byte[] CONTENT = new byte[500_000];

    @TempDir
    Path directory;

    @Test
    void jib_takes_the_layer_as_its_own_and_compresses_nothing() throws Exception {
        var taken = taken("once");
        var bytes = bytes(taken);

        assertThat(taken.getSize()).isEqualTo(bytes.length);
        assertThat(bytes.length).isGreaterThan(CONTENT.length);
        assertThat(taken.getDigest().getHash()).isEqualTo(sha256(bytes));
        var tar = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        assertThat(taken.getDiffId().getHash()).isEqualTo(sha256(tar));
        try (var files = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
            assertThat(files.getNextEntry().getName()).isEqualTo("app/");
            assertThat(files.getNextEntry().getName()).isEqualTo("app/app.jar");
            assertThat(files.readAllBytes()).isEqualTo(CONTENT);
        }
    }

    @Test
    void the_same_file_is_the_same_layer() throws Exception {
        assertThat(taken("one").getDigest()).isEqualTo(taken("another").getDigest());
    }

    @Test
    void only_what_is_packed_is_taken_for_it() throws Exception {
        assertThat(Packed.is(Files.createFile(directory.resolve("shop.JAR")))).isTrue();
        assertThat(Packed.is(Files.createFile(directory.resolve("shop.war")))).isTrue();
        assertThat(Packed.is(Files.createFile(directory.resolve("shop")))).isFalse();
        assertThat(Packed.is(Files.createDirectory(directory.resolve("exploded.war"))))
                .isFalse();
    }

    private CachedLayer taken(String name) throws Exception {
        var jar = Files.write(Files.createDirectories(directory.resolve(name)).resolve("shop.jar"), CONTENT);
        var layer = FileEntriesLayer.builder()
                .addEntry(jar, AbsoluteUnixPath.get("/app/app.jar"))
                .build();
        var cache = directory.resolve(name + "-layers");

        Packed.into(cache, layer);

        return Cache.withDirectory(cache)
                .retrieve(ImmutableList.copyOf(layer.getEntries()))
                .orElseThrow();
    }

    private static byte[] bytes(CachedLayer layer) throws Exception {
        var bytes = new ByteArrayOutputStream();
        layer.getBlob().writeTo(bytes);
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
