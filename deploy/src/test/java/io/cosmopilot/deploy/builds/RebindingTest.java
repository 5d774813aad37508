package io.cosmopilot.deploy.builds;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A repository whose name leads somewhere else each time that it is resolved. Its server and the way to it are in this
 * process: nothing is ever connected to.
 */
class RebindingTest {

    private static final String OUTSIDE = "93.184.216.34";
    private static final String URL = "http://code.example.com/shop.git";

    @TempDir
    Path directory;

    private final Deque<String> resolutions = new ArrayDeque<>();
    private final List<String> connected = new ArrayList<>();
    private @Nullable Git origin;

    @BeforeEach
    void commit() throws Exception {
        var work = directory.resolve("origin");
        origin = Git.init().setDirectory(work.toFile()).setInitialBranch("main").call();
        save(work, "index.html", "<h1>shop</h1>".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() {
        git().close();
    }

    @Test
    void a_repository_is_cloned_from_the_address_that_was_looked_at() {
        resolutions.addAll(List.of(OUTSIDE, OUTSIDE, OUTSIDE));
        var clone = directory.resolve("clone");

        cloning(1 << 20).into(clone, URL, "main");

        assertThat(clone.resolve("index.html")).hasContent("<h1>shop</h1>");
        assertThat(connected).isNotEmpty().containsOnly(OUTSIDE + ":80");
        assertThat(resolutions)
                .as("one resolution for each connection, and none besides")
                .hasSize(3 - connected.size());
    }

    @Test
    void a_name_that_leads_home_after_it_was_looked_at_is_not_connected_to() {
        resolutions.addAll(List.of(OUTSIDE, "127.0.0.1", "127.0.0.1"));

        assertThatThrownBy(() -> cloning(1 << 20).into(directory.resolve("clone"), URL, "main"))
                .hasMessageContaining("address-not-allowed");
        assertThat(connected).containsExactly(OUTSIDE + ":80");
    }

    @Test
    void a_repository_that_does_not_end_is_not_read_to_its_end() throws Exception {
        resolutions.addAll(List.of(OUTSIDE, OUTSIDE, OUTSIDE));
        var much = new byte[200_000];
        new Random(1).nextBytes(much);
        save(directory.resolve("origin"), "much", much);

        assertThatThrownBy(() -> cloning(100_000).into(directory.resolve("clone"), URL, "main"))
                .hasMessageContaining("source-too-large");
    }

    private void save(Path work, String name, byte[] content) throws Exception {
        Files.write(work.resolve(name), content);
        git().add().addFilepattern(name).call();
        git().commit()
                .setAuthor("Wei", "wei@example.com")
                .setCommitter("Wei", "wei@example.com")
                .setSign(false)
                .setMessage(name)
                .call();
    }

    private Git git() {
        if (origin == null) {
            throw new IllegalStateException("not begun");
        }
        return origin;
    }

    private Cloning cloning(int largest) {
        var settings = new BuildSettings(
                true,
                null,
                List.of("code.example.com"),
                Map.of(),
                DataSize.ofBytes(largest),
                DataSize.ofMegabytes(1),
                20,
                Duration.ofMinutes(1),
                new BuildSettings.Docker(null, "none", "0", DataSize.ofMegabytes(64), null, DataSize.ofMegabytes(1)));
        return new Cloning(settings, new Outward(new Addresses(this::resolve), proxy -> new Bridge()));
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getByName(resolutions.remove()));
    }

    /** A socket behind which the repository's server is, as git over HTTP has it. */
    private final class Bridge extends Socket {

        private final ByteArrayOutputStream question = new ByteArrayOutputStream();
        private @Nullable InputStream answer;

        @Override
        public void connect(SocketAddress address, int timeout) {
            var to = (InetSocketAddress) address;
            connected.add(to.getAddress().getHostAddress() + ":" + to.getPort());
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public OutputStream getOutputStream() {
            return question;
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    return answer().read();
                }

                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    return answer().read(buffer, offset, length);
                }
            };
        }

        private InputStream answer() throws IOException {
            if (answer == null) {
                answer = new ByteArrayInputStream(served(question.toByteArray(), git().getRepository()));
            }
            return answer;
        }
    }

    private static byte[] served(byte[] question, Repository repository) throws IOException {
        var text = new String(question, StandardCharsets.ISO_8859_1);
        var answer = new ByteArrayOutputStream();
        try (var server = new UploadPack(repository)) {
            server.setBiDirectionalPipe(false);
            if (text.startsWith("GET ")) {
                answer.write(head("advertisement"));
                var lines = new PacketLineOut(answer);
                lines.writeString("# service=git-upload-pack\n");
                lines.end();
                server.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
            } else {
                answer.write(head("result"));
                var body = text.substring(text.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
                InputStream in = new ByteArrayInputStream(body);
                server.upload(text.contains("Content-Encoding: gzip") ? new GZIPInputStream(in) : in, answer, null);
            }
        }
        return answer.toByteArray();
    }

    private static byte[] head(String kind) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/x-git-upload-pack-" + kind
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
