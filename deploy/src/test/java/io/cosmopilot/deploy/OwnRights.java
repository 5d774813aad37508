package io.cosmopilot.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** A ServiceAccount with exactly the rights that are written down for the bot, under names of its own. */
final class OwnRights {

    private static final String WRITTEN = "/kubernetes/cosmopilot.yaml";

    private final KubernetesClient administrator;
    private final String name = "cosmopilot-it-" + UUID.randomUUID().toString().substring(0, 8);

    private OwnRights(KubernetesClient administrator) {
        this.administrator = administrator;
    }

    static OwnRights grant(KubernetesClient administrator) {
        var rights = new OwnRights(administrator);
        rights.objects().forEach(object -> administrator.resource(object).create());
        return rights;
    }

    /** The objects as they are shipped, but for their names. */
    private List<HasMetadata> objects() {
        try (var file = OwnRights.class.getResourceAsStream(WRITTEN)) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return administrator
                    .load(new ByteArrayInputStream(renamed(text).getBytes(StandardCharsets.UTF_8)))
                    .items();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String renamed(String text) {
        return text.replace("name: cosmopilot\n", "name: " + name + "\n")
                .replace("namespace: cosmopilot\n", "namespace: " + name + "\n");
    }

    String kubeconfig() {
        await().atMost(Duration.ofSeconds(30)).until(() -> token() != null);
        var config = administrator.getConfiguration();
        var text = """
                apiVersion: v1
                kind: Config
                current-context: it
                clusters: [{name: it, cluster: {server: "%s", certificate-authority-data: "%s"}}]
                users: [{name: it, user: {token: "%s"}}]
                contexts: [{name: it, context: {cluster: it, user: it}}]
                """.formatted(config.getMasterUrl(), authority(), token());
        try {
            var file = Files.createTempFile("cosmopilot", ".kubeconfig");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text).toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String authority() {
        var config = administrator.getConfiguration();
        if (config.getCaCertData() != null) {
            return config.getCaCertData();
        }
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(config.getCaCertFile())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private @Nullable String token() {
        return administrator.secrets().inNamespace(name).list().getItems().stream()
                .filter(secret -> "kubernetes.io/service-account-token".equals(secret.getType()))
                .filter(secret -> name.equals(account(secret)))
                .map(secret -> secret.getData().get("token"))
                .filter(Objects::nonNull)
                .map(token -> new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String account(Secret secret) {
        var annotations = secret.getMetadata().getAnnotations();
        return annotations == null ? null : annotations.get("kubernetes.io/service-account.name");
    }

    void revoke() {
        administrator.resources(ClusterRoleBinding.class).withName(name).delete();
        administrator.resources(ClusterRole.class).withName(name).delete();
        administrator.namespaces().withName(name).delete();
    }
}
