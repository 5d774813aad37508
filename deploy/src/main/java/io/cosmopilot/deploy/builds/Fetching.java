package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Fetches a file. Redirections are followed one by one, and each is looked at like the first address. */
class Fetching {

    private static final int MOST_REDIRECTIONS = 5;

    private final BuildSettings settings;
    private final Outward outward;

    Fetching(BuildSettings settings, Outward outward) {
        this.settings = settings;
        this.outward = outward;
    }

    Fetched fetch(String url) {
        var origin = Origin.parse(url, settings.hosts());
        try (var http = outward.client()) {
            for (int hops = 0; hops <= MOST_REDIRECTIONS; hops++) {
                var at = origin;
                Hop hop = http.execute(new HttpGet(at.uri()), answer -> read(at, answer));
                if (hop.file().isPresent()) {
                    return hop.file().get();
                }
                origin = at.follow(hop.location(), settings.hosts());
            }
        } catch (IOException failed) {
            throw new BuildException("fetch-failed", url, String.valueOf(failed.getMessage())).because(failed);
        }
        throw new BuildException("fetch-failed", url, "redirections");
    }

    private Hop read(Origin at, ClassicHttpResponse answer) throws IOException {
        int status = answer.getCode();
        if (status >= 300 && status < 400 && answer.getFirstHeader("Location") != null) {
            return new Hop(Optional.empty(), answer.getFirstHeader("Location").getValue());
        }
        if (status != 200 || answer.getEntity() == null) {
            throw new BuildException("fetch-failed", at.uri().toString(), "HTTP " + status);
        }
        try (InputStream body = answer.getEntity().getContent()) {
            int largest = (int) settings.largestSource().toBytes();
            var bytes = body.readNBytes(largest);
            if (body.read() >= 0) {
                throw new BuildException(
                        "source-too-large",
                        String.valueOf(settings.largestSource().toMegabytes()));
            }
            return new Hop(Optional.of(new Fetched(at.fileName(), bytes)), "");
        }
    }

    private record Hop(Optional<Fetched> file, String location) {}

    /** A file, and what it is called. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere: it may be large
    record Fetched(String name, byte[] content) {}
}
