package io.cosmopilot.conversations.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** All articles in a full-text index in memory; safe for many threads at once. */
final class Library {

    /** More than that is no choice any more. */
    static final int MOST = 3;

    private static final int HITS = 8;
    private static final double LEAST_COVERAGE = 0.4;
    private static final double SURE_COVERAGE = 0.8;
    /** So close to the best that it may be what was meant. */
    private static final double RIVAL = 0.9;

    /** More is no question; the index looks for no more than about a thousand things at once. */
    private static final int LONGEST = 60;

    private static final float TIE = 0.2f;
    /** What an article is called says more about it than what it mentions. */
    private static final Map<String, Float> PARTS = Map.of("title", 2.5f, "also", 3f, "body", 0.6f);

    private final Terms terms;
    private final List<Entry> entries;
    private final List<Set<String>> known = new ArrayList<>();
    private final IndexSearcher searcher;

    Library(Terms terms, List<Entry> entries) {
        this.terms = terms;
        this.entries = List.copyOf(entries);
        try {
            this.searcher = new IndexSearcher(DirectoryReader.open(index()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ByteBuffersDirectory index() throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(terms.analyzer()))) {
            for (Entry entry : entries) {
                Document document = new Document();
                Set<String> all = new HashSet<>();
                for (String language : List.of("zh", "en")) {
                    add(document, all, language, entry.in(language));
                }
                known.add(all);
                writer.addDocument(document);
            }
        }
        return directory;
    }

    private void add(Document document, Set<String> all, String language, Article article) {
        String also = String.join(" 。 ", article.also());
        Map<String, String> parts = Map.of("title", article.title(), "also", also, "body", article.text());
        for (Map.Entry<String, String> part : parts.entrySet()) {
            document.add(field(language, part));
            all.addAll(terms.cut(language, part.getValue()));
            if (language.equals("zh")) {
                document.add(field(Terms.PAIRS, part));
            }
        }
    }

    private static Field field(String kind, Map.Entry<String, String> part) {
        return new TextField(kind + "." + part.getKey(), part.getValue(), Field.Store.NO);
    }

    Optional<Entry> named(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** What answers the question: one entry, up to three where it is not clear which, or none. */
    List<Entry> answers(String question) {
        List<Found> found = find(question).stream()
                .filter(candidate -> candidate.coverage() >= LEAST_COVERAGE)
                .toList();
        return found.stream()
                .filter(candidate ->
                        candidate.score() >= RIVAL * found.getFirst().score())
                .limit(MOST)
                .map(Found::entry)
                .toList();
    }

    /** Whether something that is not known to be a question is surely one that has an answer here. */
    boolean surelyAnswers(String text) {
        return find(text).stream()
                .findFirst()
                .filter(found -> found.coverage() >= SURE_COVERAGE)
                .isPresent();
    }

    /** What may answer the question, best first. */
    List<Found> find(String question) {
        String language = Terms.languageOf(question);
        List<String> asked = terms.of(language, question);
        List<Found> found = new ArrayList<>();
        try {
            for (ScoreDoc hit : searcher.search(query(language, question), HITS).scoreDocs) {
                double coverage = coverage(asked, known.get(hit.doc));
                found.add(new Found(entries.get(hit.doc), hit.score * (0.3 + 0.7 * coverage), coverage));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparingDouble(Found::score).reversed());
        return found;
    }

    private Query query(String language, String question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        addTo(query, language, first(terms.of(language, question)));
        if (language.equals("zh")) {
            addTo(query, Terms.PAIRS, first(terms.of(Terms.PAIRS, question)));
        }
        return query.build();
    }

    private static List<String> first(List<String> terms) {
        return terms.subList(0, Math.min(LONGEST, terms.size()));
    }

    private static void addTo(BooleanQuery.Builder query, String kind, List<String> terms) {
        for (String term : new LinkedHashSet<>(terms)) {
            List<Query> parts = new ArrayList<>();
            PARTS.forEach((part, weight) ->
                    parts.add(new BoostQuery(new TermQuery(new Term(kind + "." + part, term)), weight)));
            query.add(new DisjunctionMaxQuery(parts, TIE), Occur.SHOULD);
        }
        for (int i = 0; i + 1 < terms.size() && !kind.equals(Terms.PAIRS); i++) {
            for (String part : List.of("title", "also")) {
                query.add(new PhraseQuery(1, kind + "." + part, terms.get(i), terms.get(i + 1)), Occur.SHOULD);
            }
        }
    }

    private double coverage(List<String> asked, Set<String> said) {
        double all = 0;
        double met = 0;
        for (String term : new LinkedHashSet<>(asked)) {
            long in = known.stream().filter(terms -> terms.contains(term)).count();
            double weight = Math.log(1 + entries.size() / (in + 0.5));
            all += weight;
            met += said.contains(term) ? weight : 0;
        }
        return all == 0 ? 0 : met / all;
    }
}
