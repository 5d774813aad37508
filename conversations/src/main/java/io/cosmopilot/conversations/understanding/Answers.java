package io.cosmopilot.conversations.understanding;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cosmopilot.conversations.understanding.Pattern.Span;

/** The slots of one intent while they are collected: the first value of a slot stands, hosts add up. */
final class Answers {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:[^/]+/)?(?<space>[^/:]+)/(?<image>[^/:]+)(?::(?<tag>[^/:]+))?");

    private final Values values;
    private final Map<String, String> aliases;
    private final Map<String, String> copies;
    private final String reference;
    private final List<String> existing;
    private final Names names;
    private final Map<String, String> slots = new LinkedHashMap<>();

    Answers(IntentSpec intent, Values values, Names names) {
        this.values = values;
        this.aliases = intent.aliases();
        this.copies = intent.copies();
        this.reference = intent.reference();
        this.existing = intent.existing();
        this.names = names;
    }

    Answers put(Map<String, String> settled) {
        settled.forEach(slots::putIfAbsent);
        return this;
    }

    Answers put(List<Pair> pairs) {
        for (Pair pair : pairs) {
            String slot = values.slot(pair.key());
            put(slot, values.isVerbatim(slot) ? pair.verbatim() : pair.value());
        }
        return this;
    }

    Answers put(Map<String, Span> found, Message message) {
        found.forEach((slot, span) -> put(slot, message.words(span.from(), span.to())));
        return this;
    }

    /** "Remove the typo": where applications exist, this is none of them. */
    boolean isAboutNothing() {
        return existing.stream().anyMatch(slot -> slots.containsKey(slot) && names.isForeign(slots.get(slot)));
    }

    void forget(String slot) {
        slots.remove(slot);
    }

    boolean has(String slot) {
        return slots.containsKey(aliases.getOrDefault(slot, slot));
    }

    void put(String slot, String written) {
        String own = aliases.getOrDefault(slot, slot);
        if (own.equals("-")) {
            return;
        }
        if (own.equals("host")) {
            for (String host : written.split("[,、，;]", -1)) {
                putHost(host.strip());
            }
        } else {
            String value = values.normal(own, written, names);
            slots.putIfAbsent(own, existing.contains(own) ? names.application(value) : value);
        }
    }

    /** "blog.example.com/shop" is a host and a path. */
    private void putHost(String written) {
        String host = values.normal("host", written, names);
        int slash = host.indexOf('/');
        add("host", slash < 0 ? host : host.substring(0, slash));
        if (slash >= 0 && slash < host.length() - 1) {
            add("path", host.substring(slash));
        }
    }

    private void add(String slot, String value) {
        Set<String> all = new LinkedHashSet<>();
        if (slots.containsKey(slot)) {
            all.addAll(List.of(slots.get(slot).split(",", -1)));
        }
        all.add(value);
        slots.put(slot, String.join(",", all));
    }

    Map<String, String> slots() {
        Map<String, String> all = new LinkedHashMap<>(slots);
        Matcher parts = REFERENCE.matcher(all.getOrDefault(reference, ""));
        if (parts.matches()) {
            all.putIfAbsent("space", parts.group("space"));
            all.put(reference, parts.group("image"));
            if (parts.group("tag") != null) {
                all.putIfAbsent("tag", parts.group("tag"));
            }
        }
        copies.forEach((from, to) -> {
            if (all.containsKey(from)) {
                all.putIfAbsent(to, all.get(from));
            }
        });
        return all;
    }
}
