package io.cosmopilot.adapters.discord;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a component carries, so that it works as long as its message is there: a custom id of at most 100 characters.
 */
sealed interface Key {

    int MOST = 100;

    /** Custom id of the component. */
    String id();

    /** A button of a message in somebody's own conversation. */
    record Press(UUID conversation, long seq, String choice) implements Key {
        @Override
        public String id() {
            return "c." + place(conversation, seq) + "." + choice;
        }
    }

    /** A button whose choice has too long an id: its place among the choices of its message, from 0. */
    record Nth(UUID conversation, long seq, int index) implements Key {
        @Override
        public String id() {
            return "n." + place(conversation, seq) + "." + index;
        }
    }

    /** A select; its values are ids of choices. */
    record Menu(UUID conversation, long seq, int number) implements Key {
        @Override
        public String id() {
            return "m." + place(conversation, seq) + "." + number;
        }
    }

    /** Opens a part of a form, and names the part when it comes back filled in. */
    record Fill(UUID conversation, long seq, int part) implements Key {
        @Override
        public String id() {
            return "f." + place(conversation, seq) + "." + part;
        }
    }

    /** A button in a support channel; the form that it may open carries the same. */
    record Desk(String choice) implements Key {
        @Override
        public String id() {
            return "d." + choice;
        }
    }

    /** A select in a support channel; its values are what buttons would carry. */
    record DeskMenu(int number) implements Key {
        @Override
        public String id() {
            return "e." + number;
        }
    }

    /** The button of a choice; by its place when its id is too long. */
    static Key press(UUID conversation, long seq, String choice, int index) {
        Key press = new Press(conversation, seq, choice);
        return press.id().length() <= MOST ? press : new Nth(conversation, seq, index);
    }

    /** Empty for what we have never written. */
    static Optional<Key> parse(String id) {
        try {
            return Optional.of(read(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Key read(String id) {
        if (id.startsWith("d.")) {
            return new Desk(id.substring(2));
        }
        if (id.startsWith("e.")) {
            return new DeskMenu(Integer.parseInt(id.substring(2)));
        }
        String[] parts = id.split("\\.", 4);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a key of ours");
        }
        UUID conversation = uuid(parts[1]);
        long seq = Long.parseLong(parts[2]);
        return switch (parts[0]) {
            case "c" -> new Press(conversation, seq, parts[3]);
            case "n" -> new Nth(conversation, seq, Integer.parseInt(parts[3]));
            case "m" -> new Menu(conversation, seq, Integer.parseInt(parts[3]));
            case "f" -> new Fill(conversation, seq, Integer.parseInt(parts[3]));
            default -> throw new IllegalArgumentException("not a key of ours");
        };
    }

    private static String place(UUID conversation, long seq) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(conversation.getMostSignificantBits())
                .putLong(conversation.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "." + seq;
    }

    private static UUID uuid(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != 16) {
            throw new IllegalArgumentException("not a key of ours");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
