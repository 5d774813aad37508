package io.cosmopilot.adapters.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Our Markdown in Slack's dialect. */
final class Mrkdwn {

    private static final Pattern INLINE =
            Pattern.compile("`(?<code>[^`\n]+)`|\\*\\*(?<bold>[^*\n]+)\\*\\*|(?<![\\w*])\\*(?<italic>[^*\n]+)\\*(?!\\w)"
                    + "|\\[(?<label>[^\\]\n]+)]\\((?<href>[^)\\s]+)\\)");

    private Mrkdwn() {}

    static String of(String markdown) {
        return markdown.lines().map(Mrkdwn::line).collect(Collectors.joining("\n"));
    }

    /** Only these three have a meaning of their own. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What {@link #escape} was given. */
    static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** Pieces of at most so many characters, cut between lines where that is possible. */
    static List<String> pieces(String text, int most) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int cut = rest.lastIndexOf('\n', most);
            int end = cut > most / 2 ? cut : whole(rest, most);
            pieces.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isBlank()) {
            pieces.add(rest);
        }
        return pieces;
    }

    /** At most so many characters, with a mark where something was left out. */
    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, whole(text, most - 1)) + "…";
    }

    /** Neither half a character nor half an escape is left. */
    private static int whole(String text, int end) {
        int cut = Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        int escape = text.lastIndexOf('&', cut - 1);
        return escape > cut - 5 && escape > 0 && text.indexOf(';', escape) >= cut ? escape : cut;
    }

    private static String line(String line) {
        String heading = line.replaceFirst("^#{1,6}\\s+(.+)$", "**$1**");
        String listed = heading.replaceFirst("^(\\s*)[-*]\\s+", "$1• ");
        StringBuilder out = new StringBuilder();
        Matcher found = INLINE.matcher(listed);
        int from = 0;
        while (found.find()) {
            out.append(escape(listed.substring(from, found.start()))).append(inline(found));
            from = found.end();
        }
        return out.append(escape(listed.substring(from))).toString();
    }

    private static String inline(Matcher found) {
        if (found.group("code") != null) {
            return "`" + escape(found.group("code")) + "`";
        }
        if (found.group("bold") != null) {
            return "*" + escape(found.group("bold")) + "*";
        }
        if (found.group("italic") != null) {
            return "_" + escape(found.group("italic")) + "_";
        }
        String href = found.group("href");
        String label = escape(found.group("label"));
        return href.matches("https?://.+|mailto:.+") ? "<" + escape(href) + "|" + label + ">" : label;
    }
}
