package io.cosmopilot.deploy.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A second start keeps everything. */
class PersistenceTest extends SandboxCluster {

    @Test
    void pods_are_ready_after_a_restart_without_rolling_again() {
        apply(web("blog", "nginx:1.27", 2).build());
        until("blog", Kubectl::hasRolledOut);
        List<Pod> before = client.pods().inNamespace(SPACE).list().getItems();

        stop();
        start();

        assertThat(client.pods().inNamespace(SPACE).list().getItems()).isEqualTo(before);
        assertThat(Kubectl.hasRolledOut(deployment("blog"))).isTrue();
    }

    @Test
    void versions_never_go_back() {
        String before = client.namespaces().list().getMetadata().getResourceVersion();
        client.namespaces().withName(SPACE).delete();

        stop();
        start();

        assertThat(Long.parseLong(client.namespaces().list().getMetadata().getResourceVersion()))
                .isGreaterThan(Long.parseLong(before));
    }

    /** What a killed process leaves behind is the file as it is at that moment. */
    @Test
    void what_was_answered_is_kept_when_the_process_is_killed(@TempDir Path copy) throws IOException {
        apply(web("blog", "nginx:1.27", 2).build());
        Files.copy(journal(directory), journal(copy));
        Files.writeString(journal(copy), "{\"version\":99,\"kind\":\"pods\",\"obj", StandardOpenOption.APPEND);

        stop();
        directory = copy;
        start();

        until("blog", Kubectl::hasRolledOut);
    }

    @Test
    void two_sandboxes_do_not_share_a_directory() {
        assertThatThrownBy(() -> Sandbox.start(SandboxSettings.forTests(directory)))
                .hasMessageContaining("another sandbox is using it")
                .hasMessageContaining("cosmopilot.sandbox.directory");
    }

    private static Path journal(Path directory) {
        return directory.resolve("objects.jsonl");
    }
}
