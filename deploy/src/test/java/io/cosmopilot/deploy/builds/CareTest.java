package io.cosmopilot.deploy.builds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import io.cosmopilot.deploy.Builds.Detected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Archives that escape, links, bombs; addresses that lead home; and what code is. Nothing here is ever connected to. */
class CareTest {

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

    @TempDir
    Path directory;

    private final List<String> resolved = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"../out", "a/../../out", "/etc/passwd", "a\\..\\..\\out", "..", "."})
    void a_file_that_would_land_outside_is_refused(String name) throws IOException {
        refused(() -> unpack("code.zip", zip(name, "x")), "archive-escapes");
        refused(() -> unpack("code.tar", tar(new TarArchiveEntry(name, true), "x")), "archive-escapes");
        try (var around = Files.list(directory.getParent())) {
            assertThat(around.map(Path::getFileName).map(Path::toString)).doesNotContain("out");
        }
    }

    @Test
    void links_and_devices_are_refused() throws IOException {
        var symbolic = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        symbolic.setLinkName("/etc/passwd");
        refused(() -> unpack("code.tar", tar(symbolic, "")), "archive-link");
        var hard = new TarArchiveEntry("link", TarConstants.LF_LINK);
        hard.setLinkName("/etc/passwd");
        refused(() -> unpack("code.tar", tar(hard, "")), "archive-link");
        refused(() -> unpack("code.tar", tar(new TarArchiveEntry("dev", TarConstants.LF_CHR), "")), "archive-link");
        refused(() -> unpack("code.zip", zipLink()), "archive-link");
    }

    @Test
    void what_becomes_too_much_is_refused_before_it_is_there() throws IOException {
        refused(() -> unpack("code.zip", zip("zeros", "0".repeat(1 << 20))), "archive-bomb");
        var many = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(many)) {
            for (int i = 0; i < 30; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("file" + i));
                zip.closeArchiveEntry();
            }
        }
        refused(() -> unpack("code.zip", many.toByteArray()), "archive-too-many");
        refused(() -> unpack("code.zip", new byte[] {1, 2, 3}), "archive-broken");
        refused(() -> unpack("code.tar.gz", new byte[] {1, 2, 3}), "archive-broken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://code.example.com/a.zip",
                "https://user:secret@code.example.com/a.zip",
                "https://code.example.com:8443/a.zip",
                "https://code.example.com.evil.example/a.zip",
                "https://127.0.0.1/a.zip",
                "https://[::1]/a.zip",
                "http://localhost/a.zip",
                "https://2130706433/a.zip",
                "//code.example.com/a.zip",
                "git@code.example.com:a/b.git",
                "ext::sh -c touch% /tmp/x",
                "javascript:alert(1)",
                ""
            })
    void code_comes_only_from_where_it_may(String url) {
        var fetching = fetching("93.184.216.34");

        assertThatThrownBy(() -> fetching.fetch(url)).isInstanceOf(BuildException.class);
        assertThatThrownBy(() -> cloning("93.184.216.34").into(directory.resolve("clone"), url, ""))
                .isInstanceOf(BuildException.class);
        assertThat(resolved).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "fc00::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1"
            })
    void an_address_that_leads_home_is_refused_before_any_connection(String address) {
        assertThatThrownBy(() -> fetching(address).fetch("https://code.example.com/a.zip"))
                .hasMessageContaining("address-not-allowed");
        assertThatThrownBy(
                        () -> cloning(address).into(directory.resolve("clone"), "https://code.example.com/a.git", ""))
                .hasMessageContaining("address-not-allowed");
        assertThat(resolved).containsOnly("code.example.com");
    }

    @Test
    void one_address_out_of_several_that_leads_home_is_enough() {
        var addresses = new Addresses(
                host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getLoopbackAddress()));

        assertThatThrownBy(() -> addresses.of("code.example.com")).hasMessageContaining("address-not-allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/x, host-not-allowed",
        "https://evil.example/x, host-not-allowed",
        "file:///etc/passwd, url-malformed",
        "//169.254.169.254/latest, host-not-allowed"
    })
    void a_redirection_is_looked_at_like_the_first_address(String location, String why) {
        var origin = Origin.parse("https://code.example.com/a.zip", SETTINGS.hosts());

        refused(() -> origin.follow(location, SETTINGS.hosts()), why);
        assertThat(origin.follow("/b.zip", SETTINGS.hosts()).uri()).hasToString("https://code.example.com/b.zip");
        assertThat(origin.follow("https://mirror.example.com/b.zip", SETTINGS.hosts())
                        .fileName())
                .isEqualTo("b.zip");
    }

    @Test
    void code_is_told_by_what_is_in_it() throws IOException {
        assertThat(detected("Dockerfile", "FROM x", "package.json", "{}"))
                .isEqualTo(new Detected("dockerfile", "Dockerfile"));
        assertThat(detected("package.json", "{\"main\":\"src/run.js\"}", "src/run.js", ""))
                .isEqualTo(new Detected("node", "node src/run.js"));
        assertThat(detected("package.json", "not json", "server.js", "").language())
                .isEqualTo("node");
        assertThat(detected("requirements.txt", "flask", "app.py", ""))
                .isEqualTo(new Detected("python", "python app.py"));
        assertThat(detected("shop.war", "")).isEqualTo(new Detected("tomcat", "shop.war"));
        assertThat(detected("shop/shop.jar", "")).isEqualTo(new Detected("java", "java -jar shop.jar"));
        assertThat(detected("index.php", "").language()).isEqualTo("php");
        assertThat(detected("index.html", "").language()).isEqualTo("static");
        assertThat(detected("server", "\u007fELF...")).isEqualTo(new Detected("go", "./server"));
    }

    private Detected detected(String... files) throws IOException {
        var root = Files.createTempDirectory(directory, "code");
        for (int i = 0; i < files.length; i += 2) {
            var file = root.resolve(files[i]);
            Files.createDirectories(file.getParent());
            Files.writeString(file, files[i + 1]);
        }
        if (files.length == 2 && !files[0].contains("/")) {
            Files.writeString(root.resolve("readme.txt"), "");
        }
        return Code.in(root).detect().orElseThrow();
    }

    private Fetching fetching(String address) {
        return new Fetching(SETTINGS, outward(address));
    }

    private Cloning cloning(String address) {
        return new Cloning(SETTINGS, outward(address));
    }

    private Outward outward(String address) {
        return new Outward(new Addresses(host -> resolve(host, address)));
    }

    private List<InetAddress> resolve(String host, String address) throws UnknownHostException {
        resolved.add(host);
        return List.of(InetAddress.getByName(address));
    }

    private void unpack(String name, byte[] content) {
        new Unpacking(SETTINGS).into(directory.resolve("here"), name, content);
    }

    private static void refused(Runnable what, String code) {
        assertThatThrownBy(what::run).isInstanceOf(BuildException.class).hasMessageStartingWith(code + " ");
    }

    private static byte[] zip(String name, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            zip.putArchiveEntry(new ZipArchiveEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zipLink() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            var entry = new ZipArchiveEntry("link");
            entry.setUnixMode(0120777);
            zip.putArchiveEntry(entry);
            zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(TarArchiveEntry entry, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var body = content.getBytes(StandardCharsets.UTF_8);
            entry.setSize(body.length);
            tar.putArchiveEntry(entry);
            tar.write(body);
            tar.closeArchiveEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
