package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Variable;

import static org.assertj.core.api.Assertions.assertThat;

/** What is shipped is accepted by the real API server, object by object. */
@OnRealCluster
class CatalogueIT {

    @Test
    void every_template_is_planned_without_complaint_as_it_comes(Tenant ada) {
        ada.provision(new Quota(50, 8, 16));
        var releases = Catalogue.shipped().all().stream()
                .collect(Collectors.toMap(Template::name, template -> order(ada, template), (one, same) -> one));
        assertThat(releases).hasSize(10);

        releases.forEach((template, release) -> {
            var answer = ada.reports()
                    .next(
                            ReleaseReport.class,
                            Tenant.SOON,
                            report -> report.release().equals(release));
            assertThat(answer).as(template).isInstanceOf(ReleaseReport.Planned.class);
            assertThat(((ReleaseReport.Planned) answer).plan().objects())
                    .as(template)
                    .isNotEmpty()
                    .allMatch(change -> change.action() == ReleaseReport.Action.CREATED);
            assertThat(((ReleaseReport.Planned) answer).plan().notes()).isEqualTo(List.of());
        });
    }

    private static String order(Tenant ada, Template template) {
        return ada.order(new Order(template.name(), ada.space(), template.name(), given(template)));
    }

    /** What a person has to give when everything that has a default is left alone. */
    private static Map<String, String> given(Template template) {
        return template.variables().stream()
                .filter(variable -> variable.standard() == null && !variable.generated())
                .filter(variable -> !variable.name().equals("APP_NAME"))
                .collect(Collectors.toMap(Variable::name, Variable::example));
    }
}
