package io.cosmopilot.bot.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/** How somebody looks at the pages: their language, the size of their window, light or dark. */
enum Look {
    CHINESE_DESK("zh-CN", 1280, 860, ColorScheme.LIGHT),
    ENGLISH_DESK("en-US", 1280, 860, ColorScheme.LIGHT),
    CHINESE_DARK("zh-CN", 1280, 860, ColorScheme.DARK),
    CHINESE_PHONE("zh-CN", 390, 844, ColorScheme.LIGHT),
    ENGLISH_PHONE("en-US", 360, 740, ColorScheme.DARK);

    private final String locale;
    private final int width;
    private final int height;
    private final ColorScheme colours;

    Look(String locale, int width, int height, ColorScheme colours) {
        this.locale = locale;
        this.width = width;
        this.height = height;
        this.colours = colours;
    }

    boolean chinese() {
        return locale.startsWith("zh");
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(width, height)
                .setColorScheme(colours);
    }
}
