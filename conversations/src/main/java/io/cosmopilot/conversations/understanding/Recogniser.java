package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cosmopilot.conversations.understanding.Meaning.Unknown;

/** Understands what people write by rules and words from data files; deterministic, and safe for many threads at once. */
public final class Recogniser {

    /** More pieces than anybody says in a wish: what is longer is a document, not a sentence. */
    private static final int LONGEST_SENTENCE = 250;

    private final Script script;
    private final Values values;
    private final Lexicon lexicon;
    private final CommandWords commandWords;
    private final Corrections corrections;
    private final CommandLines commandLines;
    private final Sentences sentences;
    private final Masks masks;
    private final Separable separable;
    private final Nouns nouns;
    private final Map<String, List<String>> templates;

    private Recogniser(Vocabulary data) {
        script = new Script(data);
        values = new Values(data, script);
        lexicon = new Lexicon(data, script);
        commandWords = new CommandWords(data, script);
        corrections = new Corrections(data, script, values);
        masks = new Masks(data, script);
        separable = new Separable(data, script);
        templates = data.part("templates").lists();
        List<IntentSpec> intents = new ArrayList<>();
        data.part("intents").parts().forEach((name, intent) -> intents.add(IntentSpec.of(name, intent, script)));
        Roles roles = new Roles(data.part("roles"));
        nouns = new Nouns(roles);
        commandLines = new CommandLines(intents, values, roles);
        sentences = new Sentences(intents, new Lifting(intents, values), roles);
    }

    /** Reads the YAML data files of the class path: {@code understanding/*.yaml}. */
    public static Recogniser shipped() {
        return new Recogniser(Vocabulary.shipped());
    }

    /** The text with full-width forms narrowed, in lower case and simplified characters. */
    public String plain(String text) {
        Utterance utterance = script.fold(text.strip());
        return utterance.folded(0, utterance.length());
    }

    /** What the text means, measured against the names that exist now. */
    public Meaning understand(String text, Hints hints) {
        String said = text.strip();
        Utterance utterance = script.fold(said.startsWith("/") ? said.substring(1) : said);
        List<Pair> pairs = Pairs.in(utterance, values.keys());
        List<Piece> tokens = Tokens.of(utterance, pairs);
        Names names = Names.of(hints, templates);
        Optional<Word> word = pairs.isEmpty()
                ? commandWords.in(tokens, !names.isKnown(utterance.folded(0, utterance.length())))
                : Optional.empty();
        if (word.isPresent()) {
            return new Meaning.Command(word.get());
        }
        return tokens.size() > LONGEST_SENTENCE
                ? new Unknown()
                : sentence(new Message(utterance, pairs, separable.over(lexicon.read(tokens, names)), names));
    }

    private Meaning sentence(Message message) {
        Optional<Meaning.Correction> correction = corrections.in(message);
        if (correction.isPresent()) {
            return correction.get();
        }
        Optional<Intent> line = commandLines.in(message);
        List<Intent> wish =
                line.map(List::of).orElseGet(() -> sentences.in(Orders.over(nouns.over(masks.over(message)))));
        return wish.isEmpty() ? new Unknown() : new Meaning.Wish(wish);
    }
}
