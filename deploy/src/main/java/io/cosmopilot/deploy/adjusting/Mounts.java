package io.cosmopilot.deploy.adjusting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.cluster.Tree;

/** Volumes and configurations in the file system of the main component. */
final class Mounts {

    private Mounts() {}

    static void volume(Workbench bench, Adjustment.Volume volume) {
        var workload = bench.component(null);
        var mount = mount(volume.claim(), volume.path());
        if (volume.readOnly()) {
            mount.put("readOnly", true);
        }
        add(workload, volume.claim(), Map.of("persistentVolumeClaim", Map.of("claimName", volume.claim())));
        mounts(workload, volume.claim(), List.of(mount));
    }

    /** It has to be there already: nobody makes directories on hosts by the way. */
    static void host(Workbench bench, Adjustment.HostDirectory host) {
        var workload = bench.component(null);
        var name = hostName(host.directory());
        add(workload, name, Map.of("hostPath", Map.of("path", host.directory(), "type", "Directory")));
        mounts(workload, name, List.of(mount(name, host.path())));
    }

    static void configuration(Workbench bench, Adjustment.Configuration configuration) {
        var workload = bench.component(null);
        var name = configuration.name();
        add(workload, name, Map.of("configMap", Map.of("name", name)));
        mounts(
                workload,
                name,
                configuration.files().isEmpty()
                        ? List.of(mount(name, configuration.path()))
                        : configuration.files().stream()
                                .map(file -> file(configuration, file))
                                .toList());
    }

    private static Map<String, @Nullable Object> file(Adjustment.Configuration configuration, String file) {
        var mount = mount(configuration.name(), configuration.path().replaceFirst("/$", "") + "/" + file);
        mount.put("subPath", file);
        return mount;
    }

    private static Map<String, @Nullable Object> mount(String name, String path) {
        var mount = new LinkedHashMap<String, @Nullable Object>();
        mount.put("name", volumeName(name));
        mount.put("mountPath", path);
        return mount;
    }

    private static void add(Tree workload, String name, Map<String, Object> from) {
        var volumes = Workbench.list(Workbench.pod(workload), "volumes");
        volumes.removeIf(volume -> named(volume, name));
        var volume = new LinkedHashMap<String, @Nullable Object>(from);
        volume.put("name", volumeName(name));
        volumes.add(volume);
    }

    private static void mounts(Tree workload, String name, List<Map<String, @Nullable Object>> wanted) {
        var mounts = Workbench.list(Workbench.container(workload), "volumeMounts");
        mounts.removeIf(mount -> named(mount, name));
        wanted.stream().map(mount -> mount.get("mountPath")).forEach(path -> mounts.removeIf(mount -> at(mount, path)));
        mounts.addAll(wanted);
    }

    private static boolean named(@Nullable Object item, String name) {
        return item instanceof Map<?, ?> map && volumeName(name).equals(map.get("name"));
    }

    private static boolean at(@Nullable Object mount, @Nullable Object path) {
        return mount instanceof Map<?, ?> map && Objects.equals(map.get("mountPath"), path);
    }

    /** Readable, and another for each directory: {@code /data/a_b} and {@code /data/a-b} read the same. */
    private static String hostName(String directory) {
        var readable = directory.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var short40 = readable.length() > 40 ? readable.substring(0, 40) : readable;
        return "host%s-%08x".formatted(short40, directory.hashCode());
    }

    /** The names of ConfigMaps and claims may have dots, those of volumes may not. */
    private static String volumeName(String name) {
        var label = name.replace('.', '-');
        return label.length() > 63 ? label.substring(0, 63).replaceFirst("-+$", "") : label;
    }
}
