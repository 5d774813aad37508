package io.cosmopilot.adapters.webchat.widget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Writing, in every language, and adding files. */
class ComposerIT extends WidgetScenario {

    @Test
    void enterSendsAndShiftEnterBreaksTheLine() {
        visit();
        composer().pressSequentially("first line");
        composer().press("Shift+Enter");
        composer().pressSequentially("second line");
        composer().press("Enter");
        assertThat(message(1)).isVisible();
        assertThat(server.personSaid()).containsExactly("first line\nsecond line");
        assertThat(composer()).hasValue("");
    }

    @Test
    void enterThatOnlyAcceptsWhatTheInputMethodProposesSendsNothing() {
        visit();
        composer().focus();
        CDPSession browser = context.newCDPSession(page);
        compose(browser, "bushu");
        compose(browser, "部署");
        var enter = new JsonObject();
        enter.addProperty("type", "rawKeyDown");
        enter.addProperty("key", "Enter");
        enter.addProperty("code", "Enter");
        enter.addProperty("windowsVirtualKeyCode", 229);
        browser.send("Input.dispatchKeyEvent", enter);
        var accepted = new JsonObject();
        accepted.addProperty("text", "部署");
        browser.send("Input.insertText", accepted);
        assertThat(composer()).hasValue("部署");
        assertThat(server.received("say")).isEmpty();
        composer().press("Enter");
        assertThat(message(1)).containsText("部署");
        assertThat(server.personSaid()).containsExactly("部署");
    }

    private static void compose(CDPSession browser, String text) {
        var composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        browser.send("Input.imeSetComposition", composition);
    }

    @Test
    void aTextThatIsTooLongIsNotSentAndSaysByHowMuch() {
        visit();
        composer().fill("x".repeat(7_900));
        assertThat(page.locator("#left")).hasText("100 characters left");
        composer().fill("x".repeat(8_003));
        assertThat(page.locator("#left")).containsText("3 characters too many");
        assertThat(page.locator("[data-send]")).isDisabled();
        composer().press("Enter");
        composer().fill("x".repeat(8_000));
        composer().press("Enter");
        assertThat(message(1)).isVisible();
        assertThat(server.received("say")).hasSize(1);
        assertThat(server.personSaid().getFirst()).hasSize(8_000);
    }

    @Test
    void filesAreUploadedAndAttached() {
        visit();
        attachBlogAndPressEnter();
        eventually(() -> !server.received("attach").isEmpty());
        JsonNode frame = server.received("attach").getFirst();
        assertThat(frame.path("upload").asString()).isEqualTo("up-1");
        assertThat(frame.path("text").asString()).isEqualTo("please deploy this");
        assertThat(host.uploads.getFirst()).contains("kind: Service").contains("blog.yaml");
        assertThat(page.locator("[data-attachment]")).hasCount(0);
    }

    @Test
    void enterDuringAnUploadSendsOnceTheFileIsThere() {
        host.answersUploads = new CountDownLatch(1);
        visit();
        attachBlogAndPressEnter();
        assertThat(page.locator("[data-attachment]")).containsText("uploading…");
        assertThat(server.received("attach")).isEmpty();
        host.answersUploads.countDown();
        assertThat(page.locator("[data-attachment]")).hasCount(0);
        eventually(() -> server.received("attach").size() == 1);
        assertThat(server.received("attach").getFirst().path("text").asString()).isEqualTo("please deploy this");
    }

    @Test
    void whoWritesOnAfterEnterHasNotSentYet() {
        host.answersUploads = new CountDownLatch(1);
        visit();
        attachBlogAndPressEnter();
        composer().pressSequentially(" as shop");
        host.answersUploads.countDown();
        assertThat(page.locator("[data-send]")).isEnabled();
        assertThat(server.received("attach")).isEmpty();
        composer().press("Enter");
        eventually(() -> server.received("attach").size() == 1);
        assertThat(server.received("attach").getFirst().path("text").asString())
                .isEqualTo("please deploy this as shop");
    }

    private void attachBlogAndPressEnter() {
        page.locator("input[data-attach]").setInputFiles(BlocksIT.file("blog.yaml"));
        say("please deploy this");
    }

    @Test
    void droppedAndPastedFilesAreTakenToo() {
        visit();
        page.evaluate("""
                () => {
                    const files = new DataTransfer();
                    files.items.add(new File(['a'], 'dropped.txt'));
                    const root = document.querySelector('cosmopilot-chat').shadowRoot;
                    const event = { dataTransfer: files, bubbles: true, cancelable: true };
                    root.querySelector('.panel').dispatchEvent(new DragEvent('drop', event));
                    const pasted = new DataTransfer();
                    pasted.items.add(new File(['b'], 'pasted.png'));
                    root.querySelector('textarea').dispatchEvent(
                        new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true }));
                }""");
        assertThat(page.locator("[data-attachment='dropped.txt']")).isVisible();
        assertThat(page.locator("[data-attachment='pasted.png']")).isVisible();
        eventually(() -> host.uploads.size() == 2);
        page.locator("[data-send]").click();
        eventually(() -> server.received("attach").size() == 2);
    }

    @Test
    void aFileThatIsNotTakenSaysWhyAndCanBeRemoved() {
        visit();
        host.uploadStatus = 413;
        page.locator("input[data-attach]").setInputFiles(BlocksIT.file("huge.yaml"));
        Locator chip = page.locator("[data-attachment]");
        assertThat(chip).containsText("At most 256 KiB, please.");
        assertThat(page.locator("[data-send]")).isDisabled();
        chip.locator("button").click();
        assertThat(chip).hasCount(0);
        forgiveRefusedCalls();
    }

    @Test
    void aLargeFileGoesOnWhereItWasWhenTheLineComesBack(@TempDir Path directory) throws IOException {
        var code = new byte[9 << 20];
        new Random(1).nextBytes(code);
        visit();
        host.breaks.set(1);
        page.locator("input[data-attach]").setInputFiles(Files.write(directory.resolve("商店.zip"), code));
        assertThat(page.locator("[data-send]")).isEnabled();
        composer().press("Enter");
        eventually(() -> !server.received("attach").isEmpty());
        assertThat(server.received("attach").getFirst().path("upload").asString())
                .isEqualTo("large");
        assertThat(host.uploads).containsExactly("filename 5ZWG5bqXLnppcA==");
        assertThat(host.large.toByteArray()).isEqualTo(code);
        forgiveRefusedCalls();
    }

    @Test
    void othersAreToldThatSomebodyIsTypingButNotWithEveryLetter() {
        visit();
        composer().pressSequentially("a rather long sentence");
        eventually(() -> !server.received("typing").isEmpty());
        assertThat(server.received("typing")).hasSizeLessThan(3);
        server.tellAll("{\"type\":\"typing\",\"author\":\"agent\"}");
        assertThat(page.locator("[data-typing]")).containsText("Support is typing");
        server.agent("here I am");
        assertThat(page.locator("[data-typing]")).hasCount(0);
    }

    @Test
    void theLanguageCanBeSwitched() {
        visit();
        assertThat(composer()).hasAttribute("placeholder", "Write a message…");
        page.locator("[data-language]").click();
        assertThat(composer()).hasAttribute("placeholder", "输入消息…");
        eventually(() -> server.received("hello").size() == 2);
        assertThat(server.received("hello").getLast().path("locale").asString()).isEqualTo("zh-CN");
        page.reload();
        page.locator("[data-launcher]").click();
        assertThat(composer()).hasAttribute("placeholder", "输入消息…");
    }
}
