package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.hc.client5.http.classic.HttpClient;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;

/** Clones a repository's latest commit: no history, no submodules, no hooks, and only from where code may come from. */
class Cloning {

    private static final int PATIENCE = 60;

    private final BuildSettings settings;
    private final Outward outward;

    Cloning(BuildSettings settings, Outward outward) {
        this.settings = settings;
        this.outward = outward;
    }

    void into(Path directory, String url, String branch) {
        var origin = Origin.parse(url, settings.hosts());
        try (var http = outward.client()) {
            var connections = new Careful(http);
            var clone = Git.cloneRepository()
                    .setURI(origin.uri().toString())
                    .setDirectory(directory.toFile())
                    .setDepth(1)
                    .setNoTags()
                    .setCloneSubmodules(false)
                    .setTimeout(PATIENCE)
                    .setTransportConfigCallback(transport -> {
                        if (transport instanceof TransportHttp own) {
                            own.setHttpConnectionFactory(connections);
                        }
                    });
            if (!branch.isBlank()) {
                clone.setBranch(branch);
            }
            clone.call().close();
        } catch (GitAPIException | RuntimeException | IOException failed) {
            throw reason(failed, url);
        }
    }

    private static BuildException reason(Throwable failed, String url) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BuildException known) {
                return known;
            }
        }
        return new BuildException("clone-failed", url, String.valueOf(failed.getMessage())).because(failed);
    }

    /** Looks at where each question goes, that of a redirection as well, and at how much arrives altogether. */
    private final class Careful implements HttpConnectionFactory {

        private final HttpClient http;
        private final AtomicLong arrived = new AtomicLong();

        Careful(HttpClient http) {
            this.http = http;
        }

        @Override
        public HttpConnection create(URL url) {
            Origin.parse(url.toString(), settings.hosts());
            return new GitExchange(http, url, this::arriving);
        }

        @Override
        public HttpConnection create(URL url, Proxy proxy) {
            return create(url);
        }

        private void arriving(long bytes) {
            if (arrived.addAndGet(bytes) > settings.largestSource().toBytes()) {
                throw new BuildException(
                        "source-too-large",
                        String.valueOf(settings.largestSource().toMegabytes()));
            }
        }
    }
}
