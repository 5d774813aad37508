package io.cosmopilot.adapters.slack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.slack.api.model.User;

import io.cosmopilot.adapters.words.Languages;
import io.cosmopilot.conversations.Account;

/** Who somebody is on Slack: asked for once, and remembered for as long as there is room. */
final class SlackPeople {

    private static final int ROOM = 2_000;

    private final SlackWeb web;
    private final Locale usual;
    private final Map<String, Known> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > ROOM;
        }
    });

    SlackPeople(SlackWeb web, Locale usual) {
        this.web = web;
        this.usual = usual;
    }

    Account account(String team, String user) {
        return new Account("slack", team + "/" + user, of(user).name(), user);
    }

    Locale locale(String user) {
        return of(user).locale();
    }

    private Known of(String user) {
        Known before = known.get(user);
        return before == null ? asked(user) : before;
    }

    private Known asked(String user) {
        return web.user(user)
                .map(told -> {
                    Known now = new Known(name(told), locale(told));
                    known.put(user, now);
                    return now;
                })
                .orElseGet(() -> new Known(user, usual));
    }

    private static String name(User user) {
        String real = user.getRealName();
        return real == null || real.isBlank() ? user.getName() : real;
    }

    private Locale locale(User user) {
        String tag = user.getLocale();
        return tag == null || tag.isBlank() ? usual : Languages.choose(Locale.forLanguageTag(tag));
    }

    private record Known(String name, Locale locale) {}
}
