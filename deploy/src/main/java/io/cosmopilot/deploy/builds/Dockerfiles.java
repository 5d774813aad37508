package io.cosmopilot.deploy.builds;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.BuildResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Has a Docker engine build a Dockerfile, with an end to what it may take of processors, memory, network and log. The
 * engine ends a build whose connection is closed.
 */
class Dockerfiles implements Lane {

    /** A quarter of what a container usually gets when processors are scarce. */
    private static final String SHARES = "256";

    private final BuildSettings settings;

    Dockerfiles(BuildSettings settings) {
        this.settings = settings;
    }

    @Override
    public String build(Target target, Code code, Log log) throws InterruptedException {
        try (var docker = client()) {
            build(docker, target, code, log);
            try {
                push(docker, target, log);
                return digest(docker, target);
            } finally {
                forget(docker, target);
            }
        } catch (DockerException refused) {
            throw failed(refused);
        } catch (IOException closing) {
            throw new BuildException("engine-away", String.valueOf(closing.getMessage())).because(closing);
        } catch (RuntimeException other) {
            throw other instanceof BuildException known ? known : failed(other);
        }
    }

    private static BuildException failed(RuntimeException refused) {
        return new BuildException("engine-away", String.valueOf(refused.getMessage())).because(refused);
    }

    private void build(DockerClient docker, Target target, Code code, Log log)
            throws InterruptedException, IOException {
        var limits = settings.docker();
        long memory = limits.memory().toBytes();
        var build = docker.buildImageCmd(code.directory().resolve("Dockerfile").toFile())
                .withBaseDirectory(code.directory().toFile())
                .withTags(Set.of(target.reference()))
                .withNetworkMode(limits.network())
                .withMemory(memory)
                .withMemswap(memory)
                .withCpusetcpus(limits.processors())
                .withCpushares(SHARES)
                .withForcerm(true)
                .withNoCache(false);
        try (var stream = new Stream<BuildResponseItem>(log, BuildResponseItem::getStream)) {
            stream.whole(build.exec(stream), "dockerfile-failed");
        }
    }

    private void push(DockerClient docker, Target target, Log log) throws InterruptedException, IOException {
        var auth = new AuthConfig()
                .withRegistryAddress(
                        target.reference().substring(0, target.reference().indexOf('/')))
                .withUsername(target.username())
                .withPassword(target.password());
        try (var stream = new Stream<PushResponseItem>(log, item -> null)) {
            stream.whole(
                    docker.pushImageCmd(target.reference()).withAuthConfig(auth).exec(stream),
                    "push-failed",
                    target.reference());
        }
    }

    private static String digest(DockerClient docker, Target target) {
        var repository = target.reference().substring(0, target.reference().lastIndexOf(':'));
        List<String> known = docker.inspectImageCmd(target.reference()).exec().getRepoDigests();
        return (known == null ? List.<String>of() : known)
                .stream()
                        .filter(digest -> digest.startsWith(repository + "@"))
                        .map(digest -> digest.substring(repository.length() + 1))
                        .findFirst()
                        .orElse("");
    }

    /** The engine is shared: what was built is in the registry now. */
    private static void forget(DockerClient docker, Target target) {
        try {
            docker.removeImageCmd(target.reference()).withNoPrune(false).exec();
        } catch (NotFoundException gone) {
            return;
        }
    }

    private DockerClient client() {
        var limits = settings.docker();
        var configuration = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(limits.host())
                .withDockerTlsVerify(false)
                .withApiVersion(limits.apiVersion())
                .build();
        return DockerClientImpl.getInstance(
                configuration,
                new ApacheDockerHttpClient.Builder()
                        .dockerHost(configuration.getDockerHost())
                        .build());
    }

    /** An answer that comes in pieces, among which are its errors. */
    private final class Stream<T extends ResponseItem> extends ResultCallback.Adapter<T> {

        private final Log log;
        private final Function<T, @Nullable String> words;
        private final AtomicLong said = new AtomicLong();
        private final AtomicReference<@Nullable String> error = new AtomicReference<>();

        Stream(Log log, Function<T, @Nullable String> words) {
            this.log = log;
            this.words = words;
        }

        @Override
        public void onNext(T item) {
            var detail = item.getErrorDetail();
            if (detail != null) {
                error.set(String.valueOf(detail.getMessage()));
            }
            var line = words.apply(item);
            if (line != null) {
                log.add(line);
                if (said.addAndGet(line.length())
                        > settings.docker().largestLog().toBytes()) {
                    error.set("log");
                    stop();
                }
            }
        }

        private void stop() {
            try {
                close();
            } catch (IOException closed) {
                log.add(String.valueOf(closed.getMessage()));
            }
        }

        void whole(ResultCallback.Adapter<T> begun, String code, String... subject) throws InterruptedException {
            begun.awaitCompletion();
            var wrong = error.get();
            if ("log".equals(wrong)) {
                throw new BuildException(
                        "log-too-long",
                        String.valueOf(settings.docker().largestLog().toMegabytes()));
            }
            if (wrong != null) {
                throw subject.length == 0
                        ? new BuildException(code, wrong)
                        : new BuildException(code, subject[0], wrong);
            }
        }
    }
}
