package io.cosmopilot.templates.checks;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cosmopilot.templates.resources.Findings;
import io.cosmopilot.templates.resources.Resource;
import io.cosmopilot.templates.values.Names;
import io.cosmopilot.templates.yaml.Excerpt;
import io.cosmopilot.templates.yaml.Mapping;

/** Every mount has its volume, every volume its source and a mount. */
final class VolumesCheck implements Check {

    @Override
    public void check(Resource resource, Surroundings surroundings, Findings findings) {
        resource.pod().ifPresent(pod -> {
            var volumes = pod.mappings("volumes");
            volumes.forEach(volume -> volume(volume, findings));
            Repeated.each(
                    volumes,
                    "name",
                    volume -> findings.complain(
                            volume.placeOf("name"), "templates.volume.repeated", volume.text("name")));
            mounts(resource, volumes, findings);
            resource.containers().forEach(container -> paths(container, findings));
        });
    }

    private static void volume(Mapping volume, Findings findings) {
        var name = volume.text("name");
        if (!name.isEmpty() && !Names.isLabel(name)) {
            findings.complain(volume.placeOf("name"), "templates.volume.name", Excerpt.of(name));
        }
        if (volume.fields().values().stream().noneMatch(field -> field.value() instanceof Mapping)) {
            findings.complain(volume.place(), "templates.volume.source", Excerpt.of(name));
        }
    }

    private static void mounts(Resource resource, List<Mapping> volumes, Findings findings) {
        var names = names(resource, volumes);
        var mounted = resource.containers().stream()
                .flatMap(container -> container.mappings("volumeMounts").stream())
                .toList();
        mounted.stream()
                .filter(mount -> !mount.text("name").isEmpty() && !names.contains(mount.text("name")))
                .forEach(mount -> findings.complain(
                        mount.placeOf("name"),
                        "templates.volume.missing",
                        Excerpt.of(mount.text("name")),
                        String.join(", ", names)));
        var used = mounted.stream().map(mount -> mount.text("name")).collect(Collectors.toSet());
        volumes.stream()
                .filter(volume -> !used.contains(volume.text("name")))
                .forEach(volume -> findings.note(volume.place(), "templates.note.volume-unused", volume.text("name")));
    }

    private static Set<String> names(Resource resource, List<Mapping> volumes) {
        var claimed = resource.spec().mappings("volumeClaimTemplates").stream()
                .map(claim -> claim.mapping("metadata").text("name"));
        return Stream.concat(volumes.stream().map(volume -> volume.text("name")), claimed)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void paths(Mapping container, Findings findings) {
        var mounts = container.mappings("volumeMounts");
        Repeated.each(
                mounts,
                "mountPath",
                mount -> findings.complain(
                        mount.placeOf("mountPath"),
                        "templates.volume.path-repeated",
                        Excerpt.of(mount.text("mountPath"))));
    }
}
