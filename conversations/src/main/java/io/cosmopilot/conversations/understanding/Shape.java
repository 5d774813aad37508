package io.cosmopilot.conversations.understanding;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.cosmopilot.conversations.understanding.Piece.Kind;

/** What a value looks like. The expressions are linear: none of them can be led to backtrack for long. */
enum Shape {
    /** A word that is none of ours, or a quotation. */
    NAME("[a-z0-9_][a-z0-9_.-]{0,62}"),
    /** A name that no application has yet. */
    FRESH("[a-z0-9_][a-z0-9_.-]{0,62}"),
    /** A name of nothing that is known: of a person, say. */
    STRANGER("[a-z0-9_][a-z0-9_.-]{0,62}"),
    HOST("(?:https?://)?(?:[a-z0-9*][a-z0-9-]{0,62}\\.){1,8}[a-z][a-z0-9-]{1,62}(?::[0-9]{1,5})?(?:/\\S*)?"),
    PATH("/\\S*"),
    IMAGE("[a-z0-9][a-z0-9._/-]*(?::[a-z0-9][a-z0-9._/-]*){1,2}|[a-z0-9][a-z0-9._-]*/[a-z0-9._/-]+"),
    VERSION("v?[0-9][a-z0-9._-]*"),
    SIZE("[0-9]{1,6}(?:\\.[0-9]{1,3})?(?:[kmgt]i?b?)"),
    CORES("[0-9]{1,4}(?:\\.[0-9]{1,3})?m?"),
    COUNT("[0-9]{1,4}"),
    /** Everything up to the end of the clause. */
    TEXT(".+"),
    /** Everything up to the end of the message. */
    REST(".+");

    /** "app.properties" is a file, whatever top-level domains there may be one day. */
    private static final Pattern FILE = Pattern.compile(
            "[a-z0-9_.-]+\\.(?:properties|ya?ml|json|xml|conf|cfg|ini|toml|txt|env|sh|jar|war|zip|tar|gz|tgz|log|md|html?|sql|py|js|ts|java|go)");

    private final Pattern form;

    Shape(String form) {
        this.form = Pattern.compile(form, Pattern.DOTALL);
    }

    static Shape named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    boolean isOpenEnded() {
        return this == TEXT || this == REST;
    }

    /** Whether the piece can be such a value; an emphatic value may be a word that otherwise means something. */
    boolean fits(Piece piece, Script script, boolean emphatic) {
        return switch (this) {
            case COUNT -> (piece.isSpoken() && script.number(piece.folded()).isPresent()) || piece.is("one");
            case NAME -> piece.kind() == Kind.QUOTED || isName(piece, emphatic);
            case STRANGER ->
                (NAME.fits(piece, script, emphatic) || piece.is("a-host"))
                        && piece.concepts().stream().allMatch(Set.of("a-stranger", "a-host")::contains);
            case FRESH -> NAME.fits(piece, script, emphatic) && (!piece.is("an-application") || piece.is("a-template"));
            case TEXT, REST -> piece.kind() != Kind.BREAK;
            case HOST ->
                isSimple(piece)
                        && form.matcher(piece.folded()).matches()
                        && !isTagged(piece.folded())
                        && !FILE.matcher(piece.folded()).matches();
            default -> isSimple(piece) && form.matcher(piece.folded()).matches();
        };
    }

    private boolean isName(Piece piece, boolean emphatic) {
        boolean free = emphatic
                || piece.concepts().stream()
                        .allMatch(concept ->
                                (concept.startsWith("a-") && !concept.equals("a-host")) || concept.startsWith("an-"));
        if (!free) {
            return false;
        }
        return piece.kind() == Kind.HAN
                ? emphatic && !piece.is("called") && !piece.is("how") && !piece.is("what-is")
                : piece.kind() == Kind.WORD && form.matcher(piece.folded()).matches();
    }

    /** "registry.example.com/shop:1.0" is an image. */
    private static boolean isTagged(String folded) {
        return !folded.contains("://") && folded.indexOf('/') > 0 && folded.lastIndexOf(':') > folded.lastIndexOf('/');
    }

    private static boolean isSimple(Piece piece) {
        return piece.kind() == Kind.WORD || piece.kind() == Kind.QUOTED;
    }
}
