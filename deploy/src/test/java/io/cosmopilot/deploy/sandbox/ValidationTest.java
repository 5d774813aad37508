package io.cosmopilot.deploy.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Writes are refused as a real API server refuses them, and changed by every kind of patch. */
class ValidationTest extends SandboxCluster {

    @Test
    void an_unknown_field_is_named() {
        GenericKubernetesResource misspelt = generic(Map.of("replica", 1, "selector", Map.of()));

        refused(misspelt, 400, "strict decoding error: unknown field \"spec.replica\"");
    }

    @Test
    void a_text_is_no_number() {
        refused(
                generic(Map.of("replicas", "two")),
                400,
                "cannot unmarshal string into Go struct field .spec.replicas of type int32");
    }

    @Test
    void a_selector_matches_its_own_template() {
        Deployment lost = web("blog", "nginx:1.27", 1)
                .editSpec()
                .editTemplate()
                .editMetadata()
                .withLabels(Map.of("app", "other"))
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();

        refused(lost, 422, "`selector` does not match template `labels`");
    }

    @Test
    void all_complaints_come_at_once() {
        Deployment bad = web("blog", "", 1)
                .editSpec()
                .editTemplate()
                .editSpec()
                .editFirstContainer()
                .addNewVolumeMount()
                .withName("nothing")
                .withMountPath("/data")
                .endVolumeMount()
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();

        refused(bad, 422, "containers[0].image: Required value");
        refused(bad, 422, "volumeMounts[0].name: Not found: \"nothing\"");
    }

    @Test
    void a_selector_never_changes() {
        apply(web("blog", "nginx:1.27", 1).build());
        Deployment moved = web("blog", "nginx:1.27", 1)
                .editSpec()
                .editSelector()
                .withMatchLabels(Map.of("app", "new"))
                .endSelector()
                .editTemplate()
                .editMetadata()
                .withLabels(Map.of("app", "new"))
                .endMetadata()
                .endTemplate()
                .endSpec()
                .build();

        refused(moved, 422, "field is immutable");
    }

    @Test
    void names_are_checked() {
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> client.namespaces()
                        .resource(new NamespaceBuilder()
                                .withNewMetadata()
                                .withName("My_Space")
                                .endMetadata()
                                .build())
                        .create())
                .satisfies(
                        refusal -> assertThat(refusal.getStatus().getReason()).isEqualTo("Invalid"))
                .withMessageContaining("a lowercase RFC 1123 label");
    }

    @Test
    void an_outdated_replacement_is_a_conflict() {
        Deployment first = apply(web("blog", "nginx:1.27", 1).build());
        apply(web("blog", "nginx:1.28", 1).build());

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> client.resource(first).lockResourceVersion().update())
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(409))
                .withMessageContaining("the object has been modified");
    }

    @Test
    void creating_twice_is_a_conflict() {
        client.resource(web("blog", "nginx:1.27", 1).build()).create();

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() ->
                        client.resource(web("blog", "nginx:1.27", 1).build()).create())
                .satisfies(
                        refusal -> assertThat(refusal.getStatus().getReason()).isEqualTo("AlreadyExists"));
    }

    @Test
    void every_kind_of_patch_changes_what_it_names() {
        apply(web("blog", "nginx:1.27", 1).build());

        patch(PatchType.JSON_MERGE, "{\"spec\":{\"minReadySeconds\":0,\"paused\":true}}");
        patch(PatchType.STRATEGIC_MERGE, """
                {"spec":{"template":{"spec":{"containers":[{"name":"web","env":[{"name":"A","value":"1"}]}]}}}}""");
        patch(PatchType.JSON, "[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":0}]");

        Deployment now = deployment("blog");
        assertThat(now.getSpec().getPaused()).isTrue();
        assertThat(now.getSpec().getReplicas()).isZero();
        assertThat(now.getSpec().getTemplate().getSpec().getContainers())
                .singleElement()
                .satisfies(web -> {
                    assertThat(web.getImage()).isEqualTo("nginx:1.27");
                    assertThat(web.getEnv()).extracting("name").containsExactly("A");
                });
    }

    @Test
    void a_namespace_takes_everything_with_it() {
        apply(web("blog", "nginx:1.27", 1).build());

        client.namespaces().withName(SPACE).delete();
        client.namespaces().withName(SPACE).waitUntilCondition(Objects::isNull, 10, TimeUnit.SECONDS);

        assertThat(client.apps().deployments().inAnyNamespace().list().getItems())
                .isEmpty();
        assertThat(client.pods().inAnyNamespace().list().getItems()).isEmpty();
    }

    @Test
    void it_describes_itself() {
        assertThat(client.getKubernetesVersion().getMinor()).isEqualTo("33");
        assertThat(client.supports(Ingress.class)).isTrue();
    }

    private void patch(PatchType type, String body) {
        client.apps().deployments().inNamespace(SPACE).withName("blog").patch(PatchContext.of(type), body);
    }

    private void refused(HasMetadata object, int code, String words) {
        PatchContext context = serverSide("cosmopilot")
                .withFieldValidation("Strict")
                .withDryRun(List.of("All"))
                .build();
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> client.resource(object).patch(context))
                .satisfies(refusal -> assertThat(refusal.getCode()).isEqualTo(code))
                .withMessageContaining(words);
    }

    private static GenericKubernetesResource generic(Map<String, Object> spec) {
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setApiVersion("apps/v1");
        resource.setKind("Deployment");
        resource.setMetadata(web("blog", "nginx:1.27", 1).build().getMetadata());
        resource.setAdditionalProperty("spec", spec);
        return resource;
    }
}
