package io.cosmopilot.bot.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;

/** A person's Docker engine. What fails says so in the words that the person would read. */
final class Engine implements AutoCloseable {

    private final DockerClient docker;

    Engine(String host) {
        var configuration = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(host)
                .withDockerTlsVerify(false)
                .build();
        docker = DockerClientImpl.getInstance(
                configuration,
                new ApacheDockerHttpClient.Builder()
                        .dockerHost(configuration.getDockerHost())
                        .build());
    }

    void tag(String image, String repository, String tag) {
        docker.tagImageCmd(image, repository, tag).exec();
    }

    /** Builds an image of a Dockerfile that needs nothing beside it. */
    void build(Path dockerfile, String image) {
        docker.buildImageCmd(dockerfile.toFile())
                .withTags(Set.of(image))
                .start()
                .awaitImageId();
    }

    void forget(String image) {
        docker.removeImageCmd(image).withForce(true).exec();
    }

    /** What went wrong, empty when nothing did. */
    List<String> push(String image, String username, String password) {
        var answer = new Answer<PushResponseItem>();
        return answer.of(() -> docker.pushImageCmd(image)
                .withAuthConfig(auth(image, username, password))
                .exec(answer)
                .awaitCompletion());
    }

    List<String> pull(String image, String username, String password) {
        var answer = new Answer<PullResponseItem>();
        return answer.of(() -> docker.pullImageCmd(image)
                .withAuthConfig(auth(image, username, password))
                .exec(answer)
                .awaitCompletion());
    }

    /** What a program of an image writes. */
    String run(String image, String... command) {
        var id = docker.createContainerCmd(image)
                .withEntrypoint(command)
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode("none"))
                .exec()
                .getId();
        var written = new StringBuilder();
        try {
            docker.startContainerCmd(id).exec();
            docker.waitContainerCmd(id).start().awaitStatusCode();
            docker.logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .exec(new ResultCallback.Adapter<Frame>() {
                        @Override
                        public void onNext(Frame frame) {
                            written.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                        }
                    })
                    .awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            docker.removeContainerCmd(id).withForce(true).exec();
        }
        return written.toString().strip();
    }

    boolean has(String image) {
        try {
            docker.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException gone) {
            return false;
        }
    }

    /** Whether some container runs this. */
    boolean runs(String command) {
        return docker.listContainersCmd().exec().stream()
                .anyMatch(container -> container.getCommand().contains(command));
    }

    /** What {@code docker login} says. */
    String login(String registry, String username, String password) {
        try {
            return String.valueOf(docker.authCmd()
                    .withAuthConfig(auth(registry + "/", username, password))
                    .exec()
                    .getStatus());
        } catch (DockerException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static AuthConfig auth(String image, String username, String password) {
        return new AuthConfig()
                .withRegistryAddress(image.substring(0, image.indexOf('/')))
                .withUsername(username)
                .withPassword(password);
    }

    @Override
    public void close() throws IOException {
        docker.close();
    }

    /** The stream of an answer, in which errors are items. */
    private static final class Answer<T extends ResponseItem> extends ResultCallback.Adapter<T> {

        private final List<String> errors = new CopyOnWriteArrayList<>();

        @Override
        public void onNext(T item) {
            var error = item.getErrorDetail();
            if (error != null) {
                errors.add(String.valueOf(error.getMessage()));
            }
        }

        List<String> of(Call call) {
            try {
                call.run();
            } catch (DockerException refused) {
                errors.add(String.valueOf(refused.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.copyOf(errors);
        }

        interface Call {
            void run() throws InterruptedException;
        }
    }
}
