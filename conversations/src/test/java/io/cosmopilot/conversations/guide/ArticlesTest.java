package io.cosmopilot.conversations.guide;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cosmopilot.conversations.Block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ArticlesTest {

    private static final Set<String> FLOWS = Set.of("space", "deploy", "domain", "status", "human");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyArticleLeadsOnAndHasItsLike(String language) {
        Map<String, Article> articles = Shelf.in(language);
        Map<String, Article> others = Shelf.in(language.equals("zh") ? "en" : "zh");
        assertThat(articles.keySet()).isEqualTo(others.keySet()).hasSizeGreaterThan(40);
        articles.forEach((name, article) -> {
            assertThat(articles.keySet()).as(name).containsAll(article.related());
            assertThat(article.related())
                    .as(name)
                    .hasSizeBetween(1, Library.MOST)
                    .doesNotContain(name);
            assertThat(FLOWS).as(name).containsAll(article.offers());
            assertThat(code(article)).as(name).isEqualTo(code(Objects.requireNonNull(others.get(name))));
        });
    }

    /** Both languages show the same number of commands and files. */
    private static long code(Article article) {
        return article.blocks().stream().filter(Block.Code.class::isInstance).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no head", "---\nalso: [a]\n---\ntext", "---\ntitle: a\n"})
    void refusesAnArticleWithoutATitle(String file) {
        assertThatThrownBy(() -> Shelf.parse("bad", file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bad");
    }

    @ParameterizedTest
    @ValueSource(strings = "---\ntitle: A\n---\nbefore\n```bash\ndocker push a\n```\nafter\n")
    void cutsMarkdownIntoProseAndCode(String file) {
        assertThat(Shelf.parse("a", file).blocks())
                .isEqualTo(List.of(
                        new Block.Text("before"), new Block.Code("bash", "docker push a"), new Block.Text("after")));
    }
}
