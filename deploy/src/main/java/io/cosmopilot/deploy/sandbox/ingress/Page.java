package io.cosmopilot.deploy.sandbox.ingress;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jsoup.nodes.Entities;
import org.springframework.context.support.ResourceBundleMessageSource;

import io.cosmopilot.deploy.sandbox.ingress.Routes.Destination;

/** The pages that the sandbox shows in an application's place, in the reader's language. */
final class Page {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final String frame = read();
    private final ResourceBundleMessageSource messages = messages();

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasename("messages/sandbox");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setAlwaysUseMessageFormat(true);
        source.setFallbackToSystemLocale(false);
        return source;
    }

    private static String read() {
        try (InputStream page = Page.class.getResourceAsStream("page.html")) {
            return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy under which the page has its own style and nothing else. */
    String contentSecurityPolicy() {
        String style = frame.substring(frame.indexOf("<style>") + "<style>".length(), frame.indexOf("</style>"));
        return "default-src 'none'; style-src 'sha256-" + sha256(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The language that a browser asks for, if it is one of ours. */
    static Locale spoken(String acceptLanguage) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }

    String of(Destination destination, String host, Locale locale) {
        return switch (destination) {
            case Destination.Application app ->
                fill(locale, "application", "up", app.name(), app.space(), app.image(), host);
            case Destination.NotReady waiting ->
                fill(locale, "not-ready", "waiting", waiting.name(), waiting.space(), "", host);
            case Destination.Nowhere nowhere -> fill(locale, "nowhere", "nowhere", host, "", "", host);
        };
    }

    private String fill(Locale locale, String key, String state, Object... details) {
        return frame.replace("[[lang]]", locale.toLanguageTag())
                .replace("[[state]]", state)
                .replace("[[title]]", text(locale, key + ".title", details))
                .replace("[[lead]]", text(locale, key + ".lead", details))
                .replace("[[explanation]]", text(locale, key + ".explanation", details))
                .replace("[[footer]]", text(locale, "footer", details));
    }

    private String text(Locale locale, String key, Object... details) {
        return Entities.escape(messages.getMessage("sandbox.page." + key, details, locale));
    }
}
