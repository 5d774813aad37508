package io.cosmopilot.deploy.builds;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How images are made from source.
 *
 * @param enabled whether they are at all
 * @param directory for what is fetched, unpacked and cached; a temporary one when it is not told
 * @param hosts from which code may be fetched
 * @param bases images by what they are for, such as {@code java-21}; in the place of those that are shipped, or besides
 * @param largestSource that is fetched or handed in
 * @param largestUnpacked of all files of an archive together
 * @param mostFiles of an archive
 * @param timeout of a whole build
 * @param docker where Dockerfiles are built; they are not without it
 */
@ConfigurationProperties("cosmopilot.builds")
record BuildSettings(
        @DefaultValue("false") boolean enabled,
        @Nullable Path directory,

        @DefaultValue({
            "github.com",
            "codeload.github.com",
            "raw.githubusercontent.com",
            "objects.githubusercontent.com",
            "gitee.com",
            "gitlab.com",
            "repo1.maven.org"
        })
        List<String> hosts,

        @DefaultValue Map<String, String> bases,
        @DefaultValue("64MB") DataSize largestSource,
        @DefaultValue("512MB") DataSize largestUnpacked,
        @DefaultValue("20000") int mostFiles,
        @DefaultValue("15m") Duration timeout,
        @DefaultValue Docker docker) {

    BuildSettings {
        hosts = List.copyOf(hosts);
        bases = Map.copyOf(bases);
    }

    /**
     * The engine that builds Dockerfiles.
     *
     * @param host such as {@code unix:///var/run/docker.sock}
     * @param network that a build may use; {@code none} unless it is told
     * @param processors that a build may use, by number, such as {@code 0-1}
     * @param memory that a build may use
     * @param apiVersion that the engine speaks, when it has to be told: podman speaks 1.41
     * @param largestLog that is read before a build is stopped
     */
    record Docker(
            @Nullable String host,
            @DefaultValue("none") String network,
            @DefaultValue("0") String processors,
            @DefaultValue("1GB") DataSize memory,
            @Nullable String apiVersion,
            @DefaultValue("4MB") DataSize largestLog) {}
}
