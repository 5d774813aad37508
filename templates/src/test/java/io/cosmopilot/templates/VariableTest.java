package io.cosmopilot.templates;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class VariableTest {

    private static Variable variable(VariableType type, @Nullable String pattern) {
        var label = new Bilingual("变量", "Variable");
        return new Variable("X", type, label, label, "example", null, true, false, List.of("small", "large"), pattern);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text      | anything at all, 汉字        | true
            integer   | 3                            | true
            integer   | -3                           | true
            integer   | 3.5                          | false
            integer   | 3e1                          | false
            integer   | 99999999999                  | false
            boolean   | true                         | true
            boolean   | yes                          | false
            quantity  | 512Mi                        | true
            quantity  | 0.5                          | true
            quantity  | 512 MB                       | false
            quantity  | -1                           | false
            port      | 8080                         | true
            port      | 0                            | false
            port      | 65536                        | false
            dns-label | my-shop                      | true
            dns-label | My-Shop                      | false
            dns-label | -shop                        | false
            dns-label | shop.web                     | false
            image     | nginx                        | true
            image     | nginx:1.27-alpine            | true
            image     | localhost:5000/a/b/c:1.0     | true
            image     | Registry.example.com/a:1     | true
            image     | nginx:                       | false
            image     | a/B:1                        | false
            image     | nginx 1.27                   | false
            image     | https://example.com/nginx:1  | false
            host      | shop.example.com             | true
            host      | shop_example.com             | false
            host      | http://shop.example.com      | false
            path      | /a/b.txt                     | true
            path      | a/b                          | false
            path      | /a/../b                      | false
            path      | /a b                         | false
            choice    | small                        | true
            choice    | tiny                         | false
            secret    | !"§$%&/()=?                  | true
            """)
    void judgesValuesByItsType(String type, String value, boolean fits) {
        var variable =
                variable(VariableType.valueOf(type.toUpperCase(Locale.ROOT).replace('-', '_')), null);
        assertThat(variable.check(value).isEmpty()).isEqualTo(fits);
        assertThat(variable.check(value).map(Complaint::code))
                .isIn(Optional.empty(), Optional.of("templates.value." + type));
    }

    @Test
    void acceptsAnImageByItsDigest() {
        assertThat(variable(VariableType.IMAGE, null).check("nginx:1.27@sha256:" + "0a".repeat(32)))
                .isEmpty();
    }

    @Test
    void complainsAboutNothingWhereSomethingIsNeeded() {
        assertThat(variable(VariableType.TEXT, null).check(""))
                .get()
                .extracting(Complaint::code)
                .isEqualTo("templates.value.missing");
    }

    @Test
    void matchesItsPattern() {
        assertThat(variable(VariableType.TEXT, "[a-z]{1,5}").check("shop")).isEmpty();
        assertThat(variable(VariableType.TEXT, "[a-z]{1,5}").check("shopping")).isPresent();
        assertThat(variable(VariableType.TEXT, "[").check("shop")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"(a+)+b", "(a|aa)*b", "(.*)*b", "(a|a)*b"})
    void doesNotHangOnAnyPattern(String pattern) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(variable(VariableType.TEXT, pattern).check("a".repeat(900)))
                        .isPresent());
    }

    @Test
    void doesNotHangOnImagesThatLookLikeMany() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(variable(VariableType.IMAGE, null).check("a-".repeat(8000)))
                        .isPresent());
    }
}
