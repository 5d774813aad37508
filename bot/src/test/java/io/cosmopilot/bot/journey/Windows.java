package io.cosmopilot.bot.journey;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Assumptions;

/** People's windows in the machine's own Chromium; each has a profile of its own. */
record Windows(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking");
    private static final double PATIENCE = 60_000;

    static Windows open() {
        Path chromium = chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Playwright playwright = Playwright.create();
        return new Windows(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(QUIET)));
    }

    Page window(String language, int width, int height) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale(language)
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(width, height))
                .newPage();
        page.setDefaultTimeout(PATIENCE);
        return page;
    }

    /** Closes all windows, and keeps what was in them last: it explains what went wrong. */
    void closeAll(Pictures pictures) {
        browser.contexts().forEach(profile -> {
            profile.pages().forEach(page -> pictures.take(page, "last"));
            profile.close();
        });
    }

    private static Path chromium() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (!"required".equals(System.getenv("COSMOPILOT_REAL_PARTS"))) {
            Assumptions.assumeTrue(found.isPresent(), "No Chromium on the PATH: the journey is not walked");
        }
        return found.orElseThrow(
                () -> new IllegalStateException("No Chromium on the PATH, and real parts are required"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
