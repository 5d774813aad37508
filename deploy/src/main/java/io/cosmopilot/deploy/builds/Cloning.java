package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.file.Path;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnectionFactory;

/** Clones a repository's latest commit: no history, no submodules, no hooks, and only from where code may come from. */
class Cloning {

    private static final int PATIENCE = 60;

    private final BuildSettings settings;
    private final Addresses addresses;
    private final HttpConnectionFactory connections;

    Cloning(BuildSettings settings, Addresses addresses) {
        this(settings, addresses, new JDKHttpConnectionFactory());
    }

    Cloning(BuildSettings settings, Addresses addresses, HttpConnectionFactory connections) {
        this.settings = settings;
        this.addresses = addresses;
        this.connections = connections;
    }

    void into(Path directory, String url, String branch) {
        var origin = Origin.parse(url, settings.hosts());
        var clone = Git.cloneRepository()
                .setURI(origin.uri().toString())
                .setDirectory(directory.toFile())
                .setDepth(1)
                .setNoTags()
                .setCloneSubmodules(false)
                .setTimeout(PATIENCE)
                .setTransportConfigCallback(transport -> {
                    if (transport instanceof TransportHttp http) {
                        http.setHttpConnectionFactory(new Careful());
                    }
                });
        if (!branch.isBlank()) {
            clone.setBranch(branch);
        }
        try (var git = clone.call()) {
            git.getRepository().close();
        } catch (GitAPIException | RuntimeException failed) {
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

    /** Looks at each address before it is connected to, that of a redirection as well. */
    private final class Careful implements HttpConnectionFactory {

        @Override
        public HttpConnection create(URL url) throws IOException {
            return looked(url).create(url);
        }

        @Override
        public HttpConnection create(URL url, Proxy proxy) throws IOException {
            return looked(url).create(url, Proxy.NO_PROXY);
        }

        private HttpConnectionFactory looked(URL url) throws UnknownHostException {
            var origin = Origin.parse(url.toString(), settings.hosts());
            addresses.of(origin.uri().getHost());
            return connections;
        }
    }
}
