package io.cosmopilot.conversations.guide;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PagesTest {

    private static final String PAGE = """
            <html><head><title>Backups</title><script>alert(1)</script></head><body><nav>Menu</nav><main>
            <h1 id="plan">Nightly backups</h1><p>Every volume is copied at <b>two o'clock</b>.</p>
            <ul><li>kept for a week</li><li><a href="javascript:x">see</a> <img src=x onerror=y></li></ul>
            <h2 id="restore">Restoring</h2><pre>cosmo restore blog</pre></main></body></html>""";

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", exchange -> {
            byte[] body = PAGE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/image", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesTheTextSectionBySectionAndNothingElse() throws IOException {
        List<Section> sections = pages(true).read(at("/page"));
        assertThat(sections).extracting(Section::heading).containsExactly("Nightly backups", "Restoring");
        assertThat(sections.getFirst().url()).endsWith("/page#plan");
        assertThat(sections.getFirst().body())
                .isEqualTo("Every volume is copied at two o'clock.\n\n- kept for a week\n- see");
        assertThat(sections.getLast().body()).isEqualTo("```\ncosmo restore blog\n```");
    }

    @Test
    void aPageIsFoundBesideTheArticles() throws IOException {
        List<Entry> entries = new java.util.ArrayList<>(Guide.shipped());
        pages(true).read(at("/page")).forEach(section -> entries.add(section.entry()));
        Library library = new Library(Terms.shipped(), entries);
        assertThat(library.answers("when are the nightly backups"))
                .extracting(Entry::name)
                .first()
                .asString()
                .endsWith("/page#plan");
    }

    @Test
    void readsNothingAtPrivateAddressesUnlessToldTo() {
        assertThatThrownBy(() -> pages(false).read(at("/page"))).hasMessageContaining("allow-private");
    }

    @Test
    void followsNoRedirectToWhatIsNotTheWeb() {
        assertThatThrownBy(() -> pages(true).read(at("/away"))).hasMessageContaining("no http(s) address");
    }

    @Test
    void readsNothingButHtml() {
        assertThatThrownBy(() -> pages(true).read(at("/image"))).hasMessageContaining("no HTML page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fe80::1",
                "fd00::1"
            })
    void knowsInternalAddresses(String address) throws IOException {
        assertThat(Address.isInternal(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/a", "file:///etc/passwd", "https://user:secret@example.com/"})
    void refusesOtherAddressesAtStart(String address) {
        assertThatThrownBy(() -> new GuideSettings(List.of(URI.create(address)), Duration.ofDays(1), false))
                .hasMessageContaining("cosmopilot.guide.pages");
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Pages pages(boolean allowPrivate) {
        return new Pages(new GuideSettings(List.of(), Duration.ofDays(1), allowPrivate));
    }
}
