package io.cosmopilot.bot.portal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static java.util.Objects.requireNonNull;

/** The machine's own Chromium, started once for a test class; each visitor is a fresh profile. */
final class Chromium implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final List<Visitor> visitors = new ArrayList<>();
    private @Nullable Pages pages;
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path executable = executable();
        pages = new Pages();
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visitors.forEach(Visitor::close);
        visitors.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Stream.of(Optional.ofNullable(browser), Optional.ofNullable(playwright), Optional.ofNullable(pages))
                .flatMap(Optional::stream)
                .forEach(Chromium::close);
    }

    /** Somebody with a browser in that language and of that size. */
    Visitor visitor(Look look) {
        Visitor visitor =
                new Visitor(requireNonNull(browser), requireNonNull(pages).address(), look);
        visitors.add(visitor);
        return visitor;
    }

    /** Tells all open desks. */
    News news() {
        return requireNonNull(pages).news();
    }

    private static Path executable() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        if (!"required".equals(System.getenv("COSMOPILOT_REAL_PARTS"))) {
            Assumptions.assumeTrue(found.isPresent(), "No Chromium on the PATH: the portal's pages are not tried");
        }
        return found.orElseThrow(
                () -> new IllegalStateException("No Chromium on the PATH, and real parts are required"));
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException("Could not close " + part, e);
        }
    }
}
