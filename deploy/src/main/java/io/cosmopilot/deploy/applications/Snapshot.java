package io.cosmopilot.deploy.applications;

import java.util.List;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Component;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.evidence.Finding;

/**
 * An application at one moment, as the caches have it.
 *
 * @param doors what is wrong with the way to its programs, though all of them run
 * @param ports of its Services
 * @param addresses of its Services, inside the cluster
 * @param restarts of all its containers
 */
public record Snapshot(
        List<Part> parts, List<Finding> doors, List<Integer> ports, List<String> addresses, int restarts) {

    /**
     * A component and what is wrong with it.
     *
     * @param generation of its object, as the cache has it
     * @param hints what may be wrong but is waited for
     */
    public record Part(Component component, long generation, List<Finding> findings, List<Finding> hints) {}

    public List<Component> components() {
        return parts.stream().map(Part::component).toList();
    }

    public List<Finding> findings() {
        return Stream.concat(parts.stream().flatMap(part -> part.findings().stream()), doors.stream())
                .toList();
    }

    public List<Problem> hints() {
        return parts.stream()
                .flatMap(part -> part.hints().stream())
                .map(Finding::problem)
                .toList();
    }

    public List<Problem> problems() {
        return findings().stream().map(Finding::problem).toList();
    }

    /** The worst of its components; without any there is nothing that could be ill. */
    public Health health() {
        if (all(Health.STOPPED) && !parts.isEmpty()) {
            return Health.STOPPED;
        }
        if (any(Health.FAILED) || !doors.isEmpty()) {
            return Health.FAILED;
        }
        return any(Health.PROGRESSING) ? Health.PROGRESSING : Health.HEALTHY;
    }

    private boolean any(Health health) {
        return parts.stream().anyMatch(part -> part.component().health() == health);
    }

    private boolean all(Health health) {
        return parts.stream().allMatch(part -> part.component().health() == health);
    }
}
