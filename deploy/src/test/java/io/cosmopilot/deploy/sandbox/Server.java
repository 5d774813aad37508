package io.cosmopilot.deploy.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.sandbox.Case.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An API server that is asked. */
record Server(KubernetesClient client) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What it says, in a namespace of the question's own. */
    Said ask(Case question) {
        String namespace = "contract-" + UUID.randomUUID().toString().substring(0, 8);
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        try {
            question.before()
                    .forEach(request -> assertThat(call(request.in(namespace)).code())
                            .as("%s: %s", question, request.path())
                            .isBetween(200, 299));
            return answer(question, namespace);
        } finally {
            client.namespaces().withName(namespace).delete();
        }
    }

    private Said answer(Case question, String namespace) {
        Request asked = question.asked().in(namespace);
        return await(question.name())
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .atMost(40, TimeUnit.SECONDS)
                .until(() -> question.answer().apply(call(asked)), Optional::isPresent)
                .orElseThrow();
    }

    private Said call(Request request) {
        var call = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(client.getMasterUrl().toString().replaceFirst("/$", "") + request.path())
                .method(
                        request.method(),
                        request.type() == null ? "application/json" : request.type(),
                        request.body() == null ? "" : request.body())
                .build();
        HttpResponse<String> response =
                client.getHttpClient().sendAsync(call, String.class).join();
        JsonNode body = JSON.readTree(response.body());
        return new Said(
                response.code(),
                body.path("reason").asString(""),
                StreamSupport.stream(body.path("details").path("causes").spliterator(), false)
                        .map(cause -> cause.path("field").asString(""))
                        .sorted()
                        .toList(),
                body.path("message").asString(""),
                body);
    }

    /**
     * What was answered.
     *
     * @param reason of a refusal, or what was waited for
     * @param fields that are complained about
     */
    record Said(int code, String reason, List<String> fields, String message, JsonNode body) {

        boolean sameAs(Said other) {
            return code == other.code && reason.equals(other.reason) && fields.equals(other.fields);
        }

        @Override
        public String toString() {
            return "%d %s %s %s"
                    .formatted(code, reason, fields, message.length() > 160 ? message.substring(0, 160) : message);
        }
    }
}
