package io.cosmopilot.deploy.cluster;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import org.jspecify.annotations.Nullable;

/** The cluster's considered no: asking again in the same way will not help. */
public final class Refusal extends ClusterException {

    private final String kind;
    private final String object;
    private final int code;
    private final String words;
    private final List<Cause> causes;

    /** One field that was refused. */
    public record Cause(String field, String reason, String message) {}

    Refusal(String kind, String object, KubernetesClientException refused) {
        super("%s %s was refused: %s".formatted(kind, object, words(refused)), refused);
        this.kind = kind;
        this.object = object;
        this.code = refused.getCode();
        this.words = words(refused);
        this.causes = causes(refused.getStatus());
    }

    public String kind() {
        return kind;
    }

    /** The object's name. */
    public String object() {
        return object;
    }

    /** HTTP status. */
    public int code() {
        return code;
    }

    /** What the API server said. */
    public String words() {
        return words;
    }

    public List<Cause> causes() {
        return causes;
    }

    private static String words(KubernetesClientException refused) {
        return Optional.ofNullable(refused.getStatus())
                .map(Status::getMessage)
                .or(() -> Optional.ofNullable(refused.getMessage()))
                .orElse("no reason given");
    }

    private static List<Cause> causes(@Nullable Status status) {
        return Optional.ofNullable(status).map(Status::getDetails).map(StatusDetails::getCauses).stream()
                .flatMap(List::stream)
                .map(cause -> new Cause(text(cause.getField()), text(cause.getReason()), text(cause.getMessage())))
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
