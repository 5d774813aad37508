package io.cosmopilot.conversations.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;

/** Cuts texts into the terms that are searched by: Chinese words and pairs of characters, English stems. */
final class Terms {

    /** Pairs of characters find what the dictionary of words cuts differently in two places. */
    static final String PAIRS = "pairs";

    private static final String WORDS = "guide/words.yaml";

    private final Analyzer analyzer = new ByKind();
    private final Set<String> idle = new HashSet<>();

    private Terms() {}

    /** With the words that say nothing about what is asked, from {@code guide/words.yaml}. */
    static Terms shipped() {
        Terms terms = new Terms();
        for (Object word : words()) {
            terms.idle.addAll(terms.cut("zh", String.valueOf(word)));
            terms.idle.addAll(terms.cut("en", String.valueOf(word)));
        }
        return terms;
    }

    private static List<?> words() {
        try (var in = new ClassPathResource(WORDS).getInputStream()) {
            Object data = new Load(LoadSettings.builder().setLabel(WORDS).build()).loadFromInputStream(in);
            return data instanceof Map<?, ?> map && map.get("idle") instanceof List<?> list ? list : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Analyzer analyzer() {
        return analyzer;
    }

    /** The terms of a question that matter, in order; all of them where none does. */
    List<String> of(String kind, String question) {
        List<String> all = cut(kind, question);
        List<String> telling = all.stream().filter(term -> !idle.contains(term)).toList();
        return telling.isEmpty() ? all : telling;
    }

    List<String> cut(String kind, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(kind, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    /** Fields are named {@code <kind>.<part>}. */
    private static final class ByKind extends DelegatingAnalyzerWrapper {

        private final Analyzer chinese = new SmartChineseAnalyzer();
        private final Analyzer pairs = new CJKAnalyzer();
        private final Analyzer english = new EnglishAnalyzer();

        private ByKind() {
            super(PER_FIELD_REUSE_STRATEGY);
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            if (field.startsWith(PAIRS)) {
                return pairs;
            }
            return field.startsWith("zh") ? chinese : english;
        }
    }

    static String languageOf(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic) ? "zh" : "en";
    }
}
