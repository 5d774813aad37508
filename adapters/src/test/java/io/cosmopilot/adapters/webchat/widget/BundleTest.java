package io.cosmopilot.adapters.webchat.widget;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page has to load. */
class BundleTest {

    private static final int LIMIT = 25_000;

    @Test
    void theWholeWidgetIsAtMost25KilobytesGzipped() throws IOException {
        assertThat(gzipped(HostPage.bundle())).isLessThanOrEqualTo(LIMIT);
    }

    private static int gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
