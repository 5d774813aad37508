package io.cosmopilot.templates.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.cosmopilot.templates.values.Spelling;

/** The words that somebody searches with. Latin words may be misspelt; Chinese is not cut into words. */
record Query(List<String> words) {

    private static final int LONGEST = 200;
    private static final int SHORTEST_MISSPELT = 4;
    private static final int LETTERS_AN_ERROR = 4;
    private static final int SHORTEST_PART = 3;
    private static final Pattern BETWEEN =
            Pattern.compile("[^\\p{L}\\p{N}+#]+|(?<=\\p{IsHan})(?=\\P{IsHan})|(?<=\\P{IsHan})(?=\\p{IsHan})");
    private static final Set<String> EMPTY = Set.of(
            "a",
            "an",
            "the",
            "i",
            "want",
            "need",
            "with",
            "for",
            "to",
            "and",
            "deploy",
            "install",
            "run",
            "app",
            "application",
            "template",
            "please",
            "my",
            "me",
            "some",
            "server",
            "我",
            "我要",
            "我想",
            "部署",
            "安装",
            "应用",
            "模板",
            "一个",
            "请",
            "和",
            "的");

    static Query of(String text) {
        var some = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        var normal = Normalizer.normalize(some, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Query(Arrays.stream(BETWEEN.split(normal))
                .filter(word -> !word.isEmpty() && !EMPTY.contains(word))
                .distinct()
                .toList());
    }

    /** 0 when nothing matches; the better, the more. */
    int score(SearchWords target) {
        return words.stream().mapToInt(word -> score(word, target)).sum();
    }

    private static int score(String word, SearchWords target) {
        if (target.name().equals(word)) {
            return 100;
        }
        int strong = target.strong().stream()
                .mapToInt(each -> similarity(word, each))
                .max()
                .orElse(0);
        return strong > 0 ? strong : weak(word, target.weak());
    }

    private static int weak(String word, String text) {
        return (isHan(word) ? word.length() > 1 : word.length() >= SHORTEST_PART) && text.contains(word) ? 5 : 0;
    }

    private static int similarity(String word, String target) {
        if (target.equals(word)) {
            return 60;
        }
        if (isHan(word)) {
            return han(word, target);
        }
        if (word.length() >= SHORTEST_PART - 1 && target.startsWith(word)) {
            return 40;
        }
        if (word.length() >= SHORTEST_PART && target.contains(word)) {
            return 25;
        }
        return isMisspelt(word, target) ? 30 : 0;
    }

    /** A word in a sentence without spaces, or a part of a word. */
    private static int han(String word, String target) {
        boolean within = isHan(target) && target.length() > 1 && word.contains(target);
        boolean part = word.length() > 1 && target.contains(word);
        return within || part ? 40 : 0;
    }

    private static boolean isMisspelt(String word, String target) {
        return word.length() >= SHORTEST_MISSPELT
                && !isHan(target)
                && Math.abs(word.length() - target.length()) <= word.length() / LETTERS_AN_ERROR
                && Spelling.distance(word, target) <= Math.max(1, word.length() / LETTERS_AN_ERROR);
    }

    private static boolean isHan(String word) {
        return !word.isEmpty() && Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}
