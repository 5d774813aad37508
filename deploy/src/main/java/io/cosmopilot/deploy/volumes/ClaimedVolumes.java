package io.cosmopilot.deploy.volumes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.cosmopilot.deploy.ErrandReport;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.Spaces;
import io.cosmopilot.deploy.Volume;
import io.cosmopilot.deploy.Volumes;
import io.cosmopilot.deploy.applications.ApplicationRecords;
import io.cosmopilot.deploy.cluster.Caches;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.errands.Errands;
import io.cosmopilot.deploy.spaces.Namespaces;
import io.cosmopilot.templates.Manifest;

/** Volumes as claims of storage: listed from the caches, made and removed by errands. */
@Component
class ClaimedVolumes implements Volumes {

    private static final String KIND = "PersistentVolumeClaim";
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Spaces spaces;
    private final Namespaces namespaces;
    private final ApplicationRecords applications;
    private final Caches caches;
    private final Errands errands;
    private final ApplicationEventPublisher events;

    ClaimedVolumes(
            Spaces spaces,
            Namespaces namespaces,
            ApplicationRecords applications,
            Caches caches,
            Errands errands,
            ApplicationEventPublisher events) {
        this.spaces = spaces;
        this.namespaces = namespaces;
        this.applications = applications;
        this.caches = caches;
        this.errands = errands;
        this.events = events;
    }

    @Override
    public List<Volume> of(String person) {
        return spaces.of(person).stream()
                .flatMap(space -> in(space.name()))
                .sorted(Comparator.comparing(Volume::name))
                .toList();
    }

    @Override
    public Optional<Volume> find(String person, String name) {
        return of(person).stream().filter(volume -> volume.name().equals(name)).findFirst();
    }

    @Override
    public List<String> classes() {
        var all = caches.storageClasses();
        return all.size() > 1 || !caches.standardStorage() ? all : List.of();
    }

    @Override
    public List<Problem> check(String space, String name, int gib) {
        var problems = new ArrayList<Problem>();
        if (!NAME.matcher(name).matches()) {
            problems.add(Problem.of("deploy.volume.bad-name", name));
        } else if (in(space).anyMatch(volume -> volume.name().equals(name))) {
            problems.add(Problem.of("deploy.volume.taken", name));
        }
        int granted = spaces.find(space)
                .map(Space::quota)
                .map(quota -> quota.storageGi())
                .orElse(0);
        if (gib < 1) {
            problems.add(Problem.of("deploy.volume.too-small"));
        } else if (gib > granted) {
            problems.add(Problem.of("deploy.volume.too-large", String.valueOf(gib), String.valueOf(granted), space));
        }
        return List.copyOf(problems);
    }

    @Override
    public void claim(
            String id,
            String space,
            String name,
            int gib,
            @Nullable String storageClass,
            Volume.Mode mode,
            Requester requester) {
        errands.make(id, space, manifest(space, name, gib, storageClass, mode), requester);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(String id, String space, String name, Requester requester) {
        in(space)
                .filter(volume -> volume.name().equals(name))
                .flatMap(volume -> needed(volume).stream())
                .findFirst()
                .ifPresentOrElse(
                        problem -> events.publishEvent(
                                new ErrandReport.Refused(id, requester, space, name, List.of(problem))),
                        () -> errands.remove(id, space, KIND, name, requester));
    }

    private Optional<Problem> needed(Volume volume) {
        if (!volume.usedBy().isEmpty()) {
            return Optional.of(Problem.of("deploy.volume.in-use", volume.name(), String.join(", ", volume.usedBy())));
        }
        var owner = volume.application();
        return owner != null && applications.taken(volume.space(), owner)
                ? Optional.of(Problem.of("deploy.volume.part-of", volume.name(), owner))
                : Optional.empty();
    }

    private Stream<Volume> in(String space) {
        return namespaces.of(space).stream().flatMap(namespace -> {
            var pods = caches.podsIn(namespace);
            return caches.volumesIn(namespace).stream().map(claim -> volume(space, claim, pods));
        });
    }

    private static Volume volume(String space, PersistentVolumeClaim claim, List<Pod> pods) {
        var metadata = claim.getMetadata();
        var spec = claim.getSpec();
        var asked = spec.getResources().getRequests().get("storage");
        return new Volume(
                metadata.getName(),
                space,
                asked == null ? "?" : asked.toString(),
                spec.getStorageClassName(),
                Stream.of(Volume.Mode.values())
                        .filter(mode -> spec.getAccessModes().contains(mode.kubernetes()))
                        .reduce((first, wider) -> wider)
                        .orElse(Volume.Mode.ONE_HOST),
                claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase()),
                Ownership.application(claim).isEmpty()
                        ? null
                        : Optional.ofNullable(metadata.getLabels())
                                .map(labels -> labels.get(Ownership.INSTANCE))
                                .orElse(null),
                pods.stream()
                        .filter(pod -> mounts(pod, metadata.getName()))
                        .flatMap(pod -> Optional.ofNullable(pod.getMetadata().getLabels())
                                .map(labels -> labels.get(Ownership.INSTANCE))
                                .stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static boolean mounts(Pod pod, String claim) {
        return Optional.ofNullable(pod.getSpec().getVolumes()).orElse(List.of()).stream()
                .anyMatch(volume -> volume.getPersistentVolumeClaim() != null
                        && claim.equals(volume.getPersistentVolumeClaim().getClaimName()));
    }

    private static Manifest manifest(
            String space, String name, int gib, @Nullable String storageClass, Volume.Mode mode) {
        var spec = new LinkedHashMap<String, @Nullable Object>();
        spec.put("accessModes", List.of(mode.kubernetes()));
        spec.put("resources", Map.of("requests", Map.of("storage", gib + "Gi")));
        if (storageClass != null) {
            spec.put("storageClassName", storageClass);
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("apiVersion", "v1");
        object.put("kind", KIND);
        object.put("metadata", Ownership.metadata(name, space));
        object.put("spec", spec);
        return new Manifest(object);
    }
}
