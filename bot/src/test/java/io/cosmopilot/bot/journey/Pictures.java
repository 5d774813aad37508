package io.cosmopilot.bot.journey;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;

/** What the people of a journey saw, in order, under {@code target/screenshots}. */
final class Pictures {

    private static final Path FOLDER = Path.of("target/screenshots");

    private final String journey;
    private final AtomicInteger number = new AtomicInteger();

    Pictures(String journey) {
        this.journey = journey;
    }

    void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file(name)));
    }

    Path file(String name) {
        return FOLDER.resolve("%s-%02d-%s.png".formatted(journey, number.incrementAndGet(), name));
    }
}
