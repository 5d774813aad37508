package io.cosmopilot.deploy.builds;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Places out in the world that send on to places at home. Whoever connects is asked here, and nothing is ever sent. */
class RedirectionTest {

    private static final String OUTSIDE = "93.184.216.34";
    private static final BuildSettings SETTINGS = new BuildSettings(
            true,
            null,
            List.of("code.example.com", "mirror.example.com"),
            Map.of(),
            DataSize.ofKilobytes(64),
            DataSize.ofKilobytes(256),
            20,
            Duration.ofMinutes(1),
            new BuildSettings.Docker(null, "none", "0", DataSize.ofMegabytes(64), null, DataSize.ofMegabytes(1)));

    private final List<String> connected = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final Deque<String> mirrors = new ArrayDeque<>();

    @TempDir
    Path directory;

    @Test
    void a_redirection_out_in_the_world_is_followed() {
        mirrors.add(OUTSIDE);
        answers.add(redirection("http://mirror.example.com/shop.zip"));
        answers.add("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\ncode");

        var fetched = fetching().fetch("http://code.example.com/a.zip");

        assertThat(fetched.name()).isEqualTo("shop.zip");
        assertThat(fetched.content()).asString().isEqualTo("code");
        assertThat(connected).containsExactly(OUTSIDE + ":80", OUTSIDE + ":80");
    }

    @Test
    void a_redirection_that_leads_home_is_not_connected_to() {
        mirrors.add("169.254.169.254");
        answers.add(redirection("http://mirror.example.com/latest/meta-data"));

        assertThatThrownBy(() -> fetching().fetch("http://code.example.com/a.zip"))
                .hasMessageContaining("address-not-allowed");
        assertThat(connected).containsExactly(OUTSIDE + ":80");
    }

    @Test
    void a_name_that_leads_home_the_second_time_is_not_connected_to() {
        mirrors.add(OUTSIDE);
        mirrors.add("127.0.0.1");
        answers.add(redirection("http://mirror.example.com/again"));

        assertThatThrownBy(() -> fetching().fetch("http://mirror.example.com/a.zip"))
                .hasMessageContaining("address-not-allowed");
        assertThat(connected).containsExactly(OUTSIDE + ":80");
    }

    @Test
    void redirections_come_to_an_end_and_what_is_too_large_is_not_read_to_its_end() {
        for (int i = 0; i < 10; i++) {
            mirrors.add(OUTSIDE);
            answers.add(redirection("http://mirror.example.com/" + i));
        }
        assertThatThrownBy(() -> fetching().fetch("http://code.example.com/a.zip"))
                .hasMessageContaining("redirections");
        assertThat(connected).hasSize(6);
        answers.clear();
        answers.add("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + "x".repeat((64 << 10) + 1));
        assertThatThrownBy(() -> fetching().fetch("http://code.example.com/a.zip"))
                .hasMessageContaining("source-too-large");
    }

    @Test
    void a_repository_that_sends_home_is_not_connected_to() {
        mirrors.add("10.0.0.1");
        answers.add(redirection("http://mirror.example.com/a.git/info/refs?service=git-upload-pack"));
        var cloning = new Cloning(SETTINGS, outward());

        assertThatThrownBy(() -> cloning.into(directory.resolve("clone"), "http://code.example.com/a.git", ""))
                .hasMessageContaining("address-not-allowed");
        assertThat(connected).containsExactly(OUTSIDE + ":80");
    }

    private Fetching fetching() {
        return new Fetching(SETTINGS, outward());
    }

    private Outward outward() {
        return new Outward(new Addresses(this::resolve), proxy -> new Scripted());
    }

    private List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getByName(host.equals("mirror.example.com") ? mirrors.remove() : OUTSIDE));
    }

    private static String redirection(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    /** A socket that connects to nothing and reads what was written beforehand. */
    private final class Scripted extends Socket {

        private InputStream answer = InputStream.nullInputStream();

        @Override
        public void connect(SocketAddress address, int timeout) {
            var to = (InetSocketAddress) address;
            connected.add(to.getAddress().getHostAddress() + ":" + to.getPort());
            answer = new ByteArrayInputStream(answers.remove().getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public InputStream getInputStream() {
            return answer;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public boolean isConnected() {
            return true;
        }
    }
}
