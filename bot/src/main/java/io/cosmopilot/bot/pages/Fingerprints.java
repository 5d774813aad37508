package io.cosmopilot.bot.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/** ETags made of what is in a file: equal on all replicas, and different when it differs. */
final class Fingerprints {

    private final Map<Version, String> known = new ConcurrentHashMap<>();

    String of(Resource resource) {
        try {
            Version version =
                    new Version(resource.getURL().toString(), resource.lastModified(), resource.contentLength());
            return known.computeIfAbsent(version, key -> read(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            return "\"" + DigestUtils.md5DigestAsHex(content) + "\"";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Version(String url, long modified, long length) {}
}
