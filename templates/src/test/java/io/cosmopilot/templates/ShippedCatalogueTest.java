package io.cosmopilot.templates;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.cosmopilot.templates.RenderingAssert.assertThat;
import static io.cosmopilot.templates.RenderingAssert.at;
import static org.assertj.core.api.Assertions.assertThat;

class ShippedCatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    static Stream<Template> templates() {
        return CATALOGUE.all().stream();
    }

    /** What a person has to give when everything that has a default is left alone. */
    private static Map<String, String> examples(Template template) {
        return template.variables().stream()
                .filter(variable -> variable.standard() == null && !variable.generated())
                .collect(Collectors.toMap(Variable::name, Variable::example));
    }

    @Test
    void presentsTenTemplatesWithWordpressFirst() {
        assertThat(CATALOGUE.all())
                .extracting(Template::name)
                .containsExactly(
                        "wordpress",
                        "nginx",
                        "redis",
                        "elasticsearch",
                        "spring-boot",
                        "tomcat",
                        "mysql",
                        "postgresql",
                        "rabbitmq",
                        "static-site");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void rendersWithoutComplaint(Template template) {
        assertThat(template.render(examples(template))).isRendered().changedNothing();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void namesEveryObjectAfterTheApplication(Template template) {
        assertThat(assertThat(template.render(examples(template))).manifests())
                .allSatisfy(manifest -> assertThat(manifest.name()).startsWith("shop"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void runsAsAPlatformEngineerWouldRunIt(Template template) {
        var manifests = assertThat(template.render(examples(template))).manifests();
        assertThat(manifests)
                .filteredOn(manifest -> manifest.kind().equals("Deployment"))
                .isNotEmpty()
                .allSatisfy(deployment -> {
                    var container = "spec.template.spec.containers.0.";
                    assertThat(at(deployment, container + "readinessProbe")).isNotNull();
                    for (var resource : List.of("requests.cpu", "requests.memory", "limits.cpu", "limits.memory")) {
                        assertThat(at(deployment, container + "resources." + resource))
                                .isNotNull();
                    }
                    boolean claims = deployment.toYaml().contains("persistentVolumeClaim:");
                    assertThat(at(deployment, "spec.strategy.type")).isEqualTo(claims ? "Recreate" : "RollingUpdate");
                    assertThat(at(deployment, "spec.replicas")).isEqualTo(claims ? 1 : 2);
                });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void declaresEveryVariableInBothLanguages(Template template) {
        assertThat(template.variables()).allSatisfy(variable -> {
            assertThat(variable.label().zh()).isNotBlank();
            assertThat(variable.label().en()).isNotBlank();
            assertThat(variable.hint().zh()).isNotBlank();
            assertThat(variable.hint().en()).isNotBlank();
            assertThat(variable.check(variable.example())).isEmpty();
        });
        assertThat(template.title().zh()).isNotBlank();
        assertThat(template.description().en()).isNotBlank();
    }

    @Test
    void bringsWordpressAsSevenObjects() {
        var wordpress = CATALOGUE.find("wordpress").orElseThrow();
        assertThat(assertThat(wordpress.render(Map.of("APP_NAME", "blog"))).manifests())
                .extracting(manifest -> manifest.kind() + "/" + manifest.name())
                .containsExactly(
                        "Secret/blog-mysql",
                        "PersistentVolumeClaim/blog-mysql",
                        "PersistentVolumeClaim/blog-files",
                        "Service/blog-mysql",
                        "Service/blog",
                        "Deployment/blog-mysql",
                        "Deployment/blog");
    }

    @Test
    void asksNothingForWordpressThatIsNeeded() {
        var wordpress = CATALOGUE.find("wordpress").orElseThrow();
        assertThat(wordpress.complete(Map.of("APP_NAME", "blog")).get("MYSQL_PASSWORD"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void rendersTheSameAgainFromCompletedValues() {
        var wordpress = CATALOGUE.find("wordpress").orElseThrow();
        var completed = wordpress.complete(Map.of("APP_NAME", "blog"));
        assertThat(wordpress.render(completed)).isEqualTo(wordpress.render(completed));
    }

    @ParameterizedTest
    @CsvSource({
        "wordpress, wordpress",
        "wordpres, wordpress",
        "wrodpress, wordpress",
        "WordPress, wordpress",
        "博客, wordpress",
        "我想部署一个博客, wordpress",
        "我要部署wordpress, wordpress",
        "缓存, redis",
        "redsi, redis",
        "elastic, elasticsearch",
        "elasticsearc, elasticsearch",
        "搜索引擎, elasticsearch",
        "nginx server please, nginx",
        "ngnix, nginx",
        "spring boot, spring-boot",
        "微服务, spring-boot",
        "a queue, rabbitmq",
        "消息队列, rabbitmq",
        "tomcat, tomcat",
        "postgres, postgresql",
        "数据库, mysql",
        "静态网站, static-site",
    })
    void findsWhatPeopleMean(String words, String name) {
        assertThat(CATALOGUE.search(words)).extracting(Template::name).first().isEqualTo(name);
    }

    @Test
    void findsEveryDatabase() {
        assertThat(CATALOGUE.search("数据库")).extracting(Template::name).contains("mysql", "postgresql", "redis");
        assertThat(CATALOGUE.search("database")).extracting(Template::name).contains("mysql", "postgresql");
    }

    @ParameterizedTest
    @CsvSource({"kubernetes-dashboard-xyz", "''", "。。。", "😀😀", "天气怎么样"})
    void findsNothingWhereNothingFits(String words) {
        assertThat(CATALOGUE.search(words)).isEmpty();
    }

    @Test
    void isNotShakenByLongNonsense() {
        assertThat(CATALOGUE.search("x".repeat(8000))).isEqualTo(List.of());
    }
}
