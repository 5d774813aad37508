package io.cosmopilot.bot.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.cosmopilot.bot.sandbox.Residents.Resident;

/** Says, once everything is there, where to go and how to sign in. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger("cosmopilot");

    private final ObjectProvider<Residents> residents;
    private final MessageSource messages;

    Welcome(ObjectProvider<Residents> residents, MessageSource messages) {
        this.residents = residents;
        this.messages = messages;
    }

    @EventListener
    void greet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String address = "http://127.0.0.1:" + web.getWebServer().getPort() + "/";
            long millis =
                    ready.getTimeTaken() == null ? 0 : ready.getTimeTaken().toMillis();
            LOG.info(
                    "{}",
                    text(
                            address,
                            millis,
                            residents.stream()
                                    .map(Residents::settle)
                                    .flatMap(List::stream)
                                    .toList()));
        }
    }

    private String text(String address, long millis, List<Resident> accounts) {
        return Stream.of(Locale.CHINESE, Locale.ENGLISH)
                .map(locale -> text(address, millis, accounts, locale))
                .collect(Collectors.joining("\n", "\n\n", ""));
    }

    private String text(String address, long millis, List<Resident> accounts, Locale locale) {
        String open = line("bot.welcome.open", locale, address, String.format(Locale.ROOT, "%.1f", millis / 1000.0));
        return accounts.stream().map(account -> account(account, locale)).collect(Collectors.joining("", open, ""));
    }

    private String account(Resident account, Locale locale) {
        String password = account.password();
        return line(
                "bot.welcome." + account.role().name().toLowerCase(Locale.ROOT),
                locale,
                account.username(),
                password == null ? messages.getMessage("bot.welcome.changed", null, locale) : password);
    }

    private String line(String key, Locale locale, Object... arguments) {
        return "  " + messages.getMessage(key, arguments, locale) + "\n";
    }
}
