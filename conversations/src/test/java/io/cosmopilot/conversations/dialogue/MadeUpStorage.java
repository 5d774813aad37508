package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Configuration;
import io.cosmopilot.deploy.Configurations;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Volume;
import io.cosmopilot.deploy.Volumes;

/** Volumes and configurations that are there as soon as they are asked for. */
final class MadeUpStorage {

    private final List<String> commands;
    private final Consumer<Requester> hear;
    private final List<Volume> volumes = new ArrayList<>();
    private final List<String> classes = new ArrayList<>();
    private final Map<String, Configuration> configurations = new LinkedHashMap<>();

    MadeUpStorage(List<String> commands, Consumer<Requester> hear) {
        this.commands = commands;
        this.hear = hear;
    }

    /** The cluster has these kinds of storage to choose among. */
    void has(String... storageClasses) {
        classes.addAll(List.of(storageClasses));
    }

    /** The application has a volume of its own. */
    void partOf(String application) {
        volumes.add(new Volume(
                application + "-data", "kstore", "1Gi", null, Volume.Mode.ONE_HOST, true, application, List.of()));
    }

    Volumes volumes() {
        return new Claimed();
    }

    Configurations configurations() {
        return new Kept();
    }

    private final class Claimed implements Volumes {

        @Override
        public List<Volume> of(String person) {
            return List.copyOf(volumes);
        }

        @Override
        public Optional<Volume> find(String person, String name) {
            return volumes.stream().filter(volume -> volume.name().equals(name)).findFirst();
        }

        @Override
        public List<String> classes() {
            return List.copyOf(classes);
        }

        @Override
        public List<Problem> check(String space, String name, int gib) {
            return gib > 20 ? List.of(Problem.of("deploy.volume.too-large", "" + gib, "20", space)) : List.of();
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
            commands.add("volume " + name + " " + gib + " " + mode + (storageClass == null ? "" : " " + storageClass));
            hear.accept(requester);
            volumes.add(new Volume(name, space, gib + "Gi", storageClass, mode, false, null, List.of()));
        }

        @Override
        public void release(String id, String space, String name, Requester requester) {
            commands.add("release " + name);
            hear.accept(requester);
        }
    }

    private final class Kept implements Configurations {

        @Override
        public List<Configuration> of(String person) {
            return List.copyOf(configurations.values());
        }

        @Override
        public Optional<Configuration> find(String person, String name) {
            return Optional.ofNullable(configurations.get(name));
        }

        @Override
        public List<Problem> check(String name, Map<String, String> files) {
            return files.containsKey("bad name")
                    ? List.of(Problem.of("deploy.configuration.bad-file", "bad name"))
                    : List.of();
        }

        @Override
        public void keep(String id, String space, String name, Map<String, String> files, Requester requester) {
            commands.add("config " + name + " " + new TreeMap<>(files));
            hear.accept(requester);
            configurations.put(name, new Configuration(name, space, files));
        }

        @Override
        public void remove(String id, String space, String name, Requester requester) {
            commands.add("unconfig " + name);
            hear.accept(requester);
        }

        @Override
        public List<Configuration.Reader> readers(String space, String name) {
            return List.of(new Configuration.Reader("blog", true));
        }
    }
}
