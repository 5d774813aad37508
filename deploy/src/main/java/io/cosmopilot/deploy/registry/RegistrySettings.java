package io.cosmopilot.deploy.registry;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where images are kept.
 *
 * @param kind none: there is only the public catalogue; otherwise which registry it is
 * @param address host and optional port, as it stands at the beginning of image references
 * @param url where Cosmopilot itself reaches it; derived from the address when it is not told
 * @param service what the registry calls itself to the token server
 * @param lifetime of a token
 * @param publicSpaces which everybody may pull from and nobody may push to
 * @param operators usernames of those who may push to the public spaces
 * @param eventsSecret that the registry's notifications have to bring
 * @param caFile the certificate that machines have to trust to reach the registry, as PEM
 * @param walk how often it is looked through for what no notification told
 * @param harbor who may make projects there, with {@code kind: harbor}
 */
@ConfigurationProperties("cosmopilot.registry")
public record RegistrySettings(
        @DefaultValue("none") Kind kind,
        @DefaultValue("registry.localhost:5000") String address,
        @Nullable URI url,
        @DefaultValue("cosmopilot-registry") String service,
        @DefaultValue("5m") Duration lifetime,
        @DefaultValue({"library", "public"}) List<String> publicSpaces,
        @DefaultValue List<String> operators,
        @Nullable String eventsSecret,
        @Nullable Path caFile,
        @DefaultValue("10m") Duration walk,
        @DefaultValue Harbor harbor) {

    private static final int SHORTEST_SECRET = 16;

    public RegistrySettings {
        publicSpaces = List.copyOf(publicSpaces);
        operators = List.copyOf(operators);
        if (!address.matches("[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "cosmopilot.registry.address must be a host with an optional port, such as registry.example.com:5000: "
                            + address);
        }
        if (url != null && !List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new IllegalArgumentException("cosmopilot.registry.url must begin with http:// or https://: " + url);
        }
        if (kind == Kind.HARBOR && harbor.password().isEmpty()) {
            throw new IllegalArgumentException(
                    "cosmopilot.registry.kind=harbor needs cosmopilot.registry.harbor.password");
        }
        if (eventsSecret != null && eventsSecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "cosmopilot.registry.events-secret must have at least " + SHORTEST_SECRET + " characters");
        }
        if (caFile != null && !Files.isReadable(caFile)) {
            throw new IllegalArgumentException(
                    "cosmopilot.registry.ca-file names a file that cannot be read: " + caFile);
        }
    }

    /** An administrator of Harbor. */
    public record Harbor(
            @DefaultValue("admin") String username,
            @DefaultValue("") String password) {}

    /** What spaces can be in. */
    public enum Kind {
        NONE,
        DISTRIBUTION,
        HARBOR
    }

    public boolean real() {
        return kind != Kind.NONE;
    }

    /** Whether it is spoken to without TLS. */
    public boolean plainHttp() {
        return "http".equals(base().getScheme());
    }

    /** The registry's base address. Loopback speaks plain HTTP, as Docker has it too. */
    URI base() {
        if (url != null) {
            return url;
        }
        boolean loopback = address.matches("(127\\.[0-9.]+|localhost|[A-Za-z0-9.-]+\\.localhost)(:[0-9]+)?");
        return URI.create((loopback ? "http://" : "https://") + address);
    }
}
