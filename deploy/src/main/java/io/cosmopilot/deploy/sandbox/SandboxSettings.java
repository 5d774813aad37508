package io.cosmopilot.deploy.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the sandbox cluster is to be.
 *
 * @param directory where its objects are kept between starts
 * @param ingressPort where deployed applications answer on 127.0.0.1; 0 takes any free port
 * @param tempo how long each step of a container's life takes (pull, start, become ready); zero for tests
 * @param missingImages images whose name fits this pattern do not exist
 */
@ConfigurationProperties("cosmopilot.sandbox")
public record SandboxSettings(
        @DefaultValue("data/sandbox") Path directory,
        @DefaultValue("8081") int ingressPort,
        @DefaultValue("900ms") Duration tempo,

        @DefaultValue("missing|nonexistent|does-not-exist|notfound|not-found")
        Pattern missingImages) {

    /** A sandbox for tests: no waiting, any port. */
    public static SandboxSettings forTests(Path directory) {
        return new SandboxSettings(directory, 0, Duration.ZERO, Pattern.compile("missing|nonexistent|notfound"));
    }
}
