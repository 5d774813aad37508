package io.cosmopilot.conversations.support;

import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Reception;

/** The desk as it is in the support channels of chat platforms. */
@Component
public class ChannelDesk {

    public Reception.Answer press(Account account, Person who, Locale locale, String event, String choice) {
        return new Reception.Nothing();
    }

    public Reception.Answer submit(
            Account account, Person who, Locale locale, String event, String choice, Map<String, String> fields) {
        return new Reception.Nothing();
    }

    public Reception.Answer write(
            Account account, Person who, Locale locale, String event, String thread, String text) {
        return new Reception.Nothing();
    }
}
