package io.cosmopilot.adapters;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.Browser.Answer;
import io.cosmopilot.conversations.Uploads;

import static org.assertj.core.api.Assertions.assertThat;

class UploadCallsTest extends ContractTest {

    @Autowired
    Uploads uploads;

    @Test
    void aFileIsKeptForItsOwner() {
        Answer kept = upload("../../my app.yaml", "kind: Service\n");

        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.json().get("name").asString()).isEqualTo("my app.yaml");
        assertThat(kept.json().get("size").asInt()).isEqualTo(14);
        assertThat(kept.json().get("sha256").asString()).hasSize(64);
        String id = kept.json().get("upload").asString();
        assertThat(uploads.content("wei", id))
                .hasValueSatisfying(content -> assertThat(content).asString().isEqualTo("kind: Service\n"));
        assertThat(uploads.content("lan", id)).isEmpty();
        assertThat(uploads.content("wei", "nonsense")).isEmpty();
    }

    @Test
    void whatIsTooLargeOrNoTextIsRefused() {
        assertThat(upload("big.yaml", "x".repeat(256 * 1024)).status()).isEqualTo(201);
        assertThat(upload("big.yaml", "x".repeat(256 * 1024 + 1)).status()).isEqualTo(413);
        assertThat(upload("huge.yaml", "x".repeat(4 * 1024 * 1024)).status()).isEqualTo(413);
        assertThat(upload("program.exe", "MZ").status()).isEqualTo(415);
        assertThat(upload("binary.yaml", "a\0b").status()).isEqualTo(415);
        assertThat(upload("noending", "x").status()).isEqualTo(415);
    }

    @Test
    void whoIsNobodyUploadsNothing() {
        Browser nobody = browser();
        assertThat(nobody.send(multipart(nobody, "a.yaml", "x")).status()).isIn(401, 403);
    }

    private Answer upload(String name, String content) {
        Browser widget = browser().bearing(signedIn("wei").token());
        return widget.send(multipart(widget, name, content));
    }

    private static HttpRequest.Builder multipart(Browser browser, String name, String content) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--cut--\r\n";
        return browser.request("/api/webchat/uploads")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(BodyPublishers.ofString(body));
    }
}
