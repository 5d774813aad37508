package io.cosmopilot.adapters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.Browser.Answer;
import io.cosmopilot.conversations.Uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Files that arrive in parts, over lines that break. */
class ResumableCallsTest extends ContractTest {

    private static final String PARTS = "/api/webchat/uploads/parts";
    private static final int MEGABYTE = 1 << 20;

    @Autowired
    Uploads uploads;

    private Browser wei;

    @BeforeEach
    void somebody() {
        wei = signedIn("wei");
    }

    @Test
    void what_arrives_in_parts_is_kept_whole() {
        byte[] code = random(3 * MEGABYTE / 2);
        String location = begun("../shop 1.zip", code.length);

        assertThat(part(wei, location, 0, code, 0, MEGABYTE).header("Upload-Offset"))
                .isEqualTo(String.valueOf(MEGABYTE));
        assertThat(offset(wei, location)).isEqualTo(MEGABYTE);
        Answer last = part(wei, location, MEGABYTE, code, MEGABYTE, code.length);

        assertThat(last.status()).isEqualTo(204);
        assertThat(offset(wei, location)).isEqualTo(code.length);
        assertThat(uploads.content("wei", id(location)))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(code));
        assertThat(uploads.find("wei", id(location)).orElseThrow()).satisfies(kept -> {
            assertThat(kept.name()).isEqualTo("shop 1.zip");
            assertThat(kept.sha256()).hasSize(64);
        });
        assertThat(uploads.content("lan", id(location))).isEmpty();
    }

    @Test
    void a_line_that_breaks_costs_only_what_was_under_way() throws IOException {
        byte[] code = random(3 * MEGABYTE);
        String location = begun("shop.jar", code.length);
        String token = wei.token();

        try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var out = line.getOutputStream();
            out.write(("PATCH " + location
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                            + "Content-Type: application/offset+octet-stream\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Length: " + code.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(code, 0, 2 * MEGABYTE + 1000);
            out.flush();
            await().until(() -> offset(wei, location) >= 2 * MEGABYTE);
        }

        await().until(() -> offset(wei, location) == 2 * MEGABYTE + 1000);
        int arrived = 2 * MEGABYTE + 1000;
        assertThat(part(wei, location, arrived, code, arrived, code.length).status())
                .isEqualTo(204);
        assertThat(uploads.content("wei", id(location)))
                .hasValueSatisfying(content -> assertThat(content).isEqualTo(code));
    }

    @Test
    void what_does_not_follow_is_too_long_or_of_somebody_else_is_refused() {
        byte[] code = random(1000);
        String location = begun("shop.zip", code.length);

        assertThat(part(wei, location, 10, code, 10, 20).status()).isEqualTo(409);
        assertThat(part(wei, location, 0, random(2000), 0, 2000).status()).isEqualTo(413);
        assertThat(part(signedIn("lan"), location, 0, code, 0, 10).status()).isEqualTo(404);
        assertThat(head(signedIn("lan"), location).status()).isEqualTo(404);
        assertThat(head(wei, PARTS + "/nonsense").status()).isEqualTo(404);
        assertThat(head(browser(), location).status()).isEqualTo(401);
        clock.forward(Duration.ofHours(25));
        assertThat(head(signedIn("wei"), location).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"shop.zip, 67108865, 413", "shop.exe, 10, 415", "shop.yaml, 10, 415", "shop.zip, 0, 400"})
    void what_cannot_be_taken_is_refused_before_it_is_sent(String name, long size, int status) {
        assertThat(begin(name, size, "").status()).isEqualTo(status);
    }

    @Test
    void a_file_that_is_not_what_was_announced_is_not_kept() {
        String sha256 = "0".repeat(64);
        String location = begin("shop.zip", 10, ",sha256 " + base64(sha256)).header("Location");

        Answer last = part(wei, location, 0, random(10), 0, 10);

        assertThat(last.status()).isEqualTo(422);
        assertThat(last.body()).contains("SHA-256");
        assertThat(head(wei, location).status()).isEqualTo(404);
        assertThat(uploads.find("wei", id(location))).isEmpty();
    }

    @Test
    void of_many_that_were_begun_the_oldest_give_way() {
        String first = begun("1.zip", 10);
        clock.forward(Duration.ofSeconds(1));
        for (int i = 2; i <= 6; i++) {
            begun(i + ".zip", 10);
        }
        assertThat(head(wei, first).status()).isEqualTo(404);
    }

    @Test
    void clients_are_told_what_is_spoken_here() {
        Answer abilities = wei.send(wei.request(PARTS).method("OPTIONS", BodyPublishers.noBody()));

        assertThat(abilities.status()).isEqualTo(204);
        assertThat(abilities.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(abilities.header("Tus-Max-Size")).isEqualTo("67108864");
        assertThat(wei.send(wei.request(PARTS)
                                .header("Upload-Length", "10")
                                .header("Upload-Metadata", "filename " + base64("a.zip"))
                                .POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(412);
    }

    private String begun(String name, long size) {
        Answer begun = begin(name, size, "");
        assertThat(begun.status()).isEqualTo(201);
        return begun.header("Location");
    }

    private Answer begin(String name, long size, String more) {
        return wei.send(wei.request(PARTS)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", String.valueOf(size))
                .header("Upload-Metadata", "filename " + base64(name) + more)
                .POST(BodyPublishers.noBody()));
    }

    private static Answer part(Browser browser, String location, long offset, byte[] code, int from, int to) {
        return browser.send(browser.request(location)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", String.valueOf(offset))
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", BodyPublishers.ofByteArray(Arrays.copyOfRange(code, from, to))));
    }

    private static Answer head(Browser browser, String location) {
        return browser.send(
                browser.request(location).header("Tus-Resumable", "1.0.0").method("HEAD", BodyPublishers.noBody()));
    }

    private static long offset(Browser browser, String location) {
        return Long.parseLong(head(browser, location).header("Upload-Offset"));
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
