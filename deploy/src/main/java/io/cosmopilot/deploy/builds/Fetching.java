package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Optional;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches a file. Addresses are looked at in the very resolution that the connection is made with, and redirections are
 * followed one by one: no name can lead to a place where it was not looked at.
 */
class Fetching {

    private static final int MOST_REDIRECTIONS = 5;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(30);

    private final BuildSettings settings;
    private final Addresses addresses;
    private final DetachedSocketFactory sockets;

    Fetching(BuildSettings settings, Addresses addresses) {
        this(settings, addresses, proxy -> new Socket());
    }

    Fetching(BuildSettings settings, Addresses addresses, DetachedSocketFactory sockets) {
        this.settings = settings;
        this.addresses = addresses;
        this.sockets = sockets;
    }

    Fetched fetch(String url) {
        var origin = Origin.parse(url, settings.hosts());
        try (var http = client()) {
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

    CloseableHttpClient client() {
        var connections = new Connections()
                .setDnsResolver(new Careful())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(SILENCE)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(SILENCE).build())
                .build();
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

    private final class Connections extends PoolingHttpClientConnectionManagerBuilder {
        @Override
        protected HttpClientConnectionOperator createConnectionOperator(
                SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
            return new DefaultHttpClientConnectionOperator(
                    sockets,
                    ports,
                    resolver,
                    RegistryBuilder.<TlsSocketStrategy>create()
                            .register(URIScheme.HTTPS.id, tls)
                            .build());
        }
    }

    private final class Careful implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return addresses.of(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
