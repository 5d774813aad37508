package io.cosmopilot.bot.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.cosmopilot.bot.journey.Talker;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** All the way in the chat, on a real registry, a real engine and a real cluster: nothing is done behind its back. */
@ExtendWith(RealRegistry.class)
class WholeJourneyIT {

    private static final String PASSWORD = "Correct-Horse-1";

    private final Stand stand;

    WholeJourneyIT(Stand stand) {
        this.stand = stand;
    }

    @Test
    void from_an_account_to_an_application_that_runs_and_is_gone_again(@TempDir Path directory) throws IOException {
        var space = stand.name();
        var image = stand.address + "/" + space + "/page:0.1";
        account("lin", Person.Role.DEVELOPER);
        account("anna", Person.Role.AGENT);
        try (var lin = Talker.signedIn(stand.application, "lin", PASSWORD, "zh-CN");
                var anna = Talker.signedIn(stand.application, "anna", PASSWORD, "en")) {
            lin.takes("space").isAnswered();
            lin.says(space).isAnswered();
            lin.says("放前端页面的镜像").isOffered("small");
            lin.says("10Gi").takes("yes");
            anna.takes("approve");
            lin.hears("docker login");

            push(image, directory);
            lin.takes("deploy:image=" + image)
                    .takes("port:none")
                    .takes("use:page")
                    .takes("asis");
            lin.takes("yes").hears("运行正常");
            assertThat(stand.bean(KubernetesClient.class)
                            .pods()
                            .inNamespace(space)
                            .list()
                            .getItems())
                    .isNotEmpty()
                    .allSatisfy(pod -> assertThat(
                                    pod.getSpec().getContainers().getFirst().getImage())
                            .startsWith(image + "@sha256:"));

            lin.says("把 page 扩到 3 个实例").takes("yes").hears("运行正常");
            assertThat(lin.says("状态 page").isAnswered().toString()).contains("3/3");
            lin.says("删除 page").isAnswered();
            lin.says("page").takes("yes");
            await().atMost(Stand.SOON)
                    .until(() -> stand.bean(KubernetesClient.class)
                            .apps()
                            .deployments()
                            .inNamespace(space)
                            .list()
                            .getItems()
                            .isEmpty());
        }
    }

    private void account(String username, Person.Role role) {
        stand.bean(People.class)
                .register(
                        new People.Registration(username, username, username + "@example.com", PASSWORD), Set.of(role));
    }

    private void push(String image, Path directory) throws IOException {
        var dockerfile = Files.writeString(
                directory.resolve("Dockerfile"), "FROM local/busybox:1\nCMD [\"httpd\", \"-f\", \"-p\", \"8080\"]\n");
        stand.docker.build(dockerfile, image);
        assertThat(stand.docker.push(image, "lin", stand.password("lin"))).isEmpty();
    }
}
