package io.cosmopilot.conversations.understanding;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Tells a slip of the fingers from another word. */
final class Spelling {

    private Spelling() {}

    /** The one candidate that the word is a slip of; none where two are as near. Swapped letters are the nearest. */
    static Optional<String> closest(String word, Collection<String> candidates) {
        String best = null;
        int nearest = Integer.MAX_VALUE;
        boolean tie = false;
        for (String candidate : candidates) {
            int distance = distance(word, candidate);
            if (distance < Integer.MAX_VALUE) {
                distance = 2 * distance - (isAnagram(word, candidate) ? 1 : 0);
            }
            tie = distance == nearest ? tie || !candidate.equals(best) : distance > nearest && tie;
            if (distance < nearest) {
                nearest = distance;
                best = candidate;
                tie = false;
            }
        }
        return nearest == Integer.MAX_VALUE || tie ? Optional.empty() : Optional.ofNullable(best);
    }

    static boolean isSlip(String word, String meant) {
        return distance(word, meant) < Integer.MAX_VALUE;
    }

    private static int distance(String word, String meant) {
        int allowed = allowed(word, meant);
        if (allowed == 0 || word.charAt(0) != meant.charAt(0) || (word.startsWith(meant) && !isDoubled(word, meant))) {
            return Integer.MAX_VALUE;
        }
        int distance = new DamerauLevenshteinDistance(allowed).apply(word, meant);
        boolean slip =
                distance > 0 && (meant.length() > 6 || isAnagram(word, meant) || word.length() != meant.length());
        return slip ? distance : Integer.MAX_VALUE;
    }

    /** Short words allow for swapped letters only: "shop" is no "stop". */
    private static int allowed(String word, String meant) {
        int shorter = Math.min(word.length(), meant.length());
        if (shorter < 4 || Math.abs(word.length() - meant.length()) > 2) {
            return 0;
        }
        if (shorter < 5) {
            return word.length() == meant.length() ? 1 : 0;
        }
        return shorter < 9 ? 1 : 2;
    }

    /** "cancell" is a slip, "cancels" may be meant. */
    private static boolean isDoubled(String word, String meant) {
        return word.length() == meant.length() + 1 && word.charAt(meant.length()) == meant.charAt(meant.length() - 1);
    }

    private static boolean isAnagram(String word, String meant) {
        char[] a = word.toCharArray();
        char[] b = meant.toCharArray();
        Arrays.sort(a);
        Arrays.sort(b);
        return Arrays.equals(a, b);
    }
}
