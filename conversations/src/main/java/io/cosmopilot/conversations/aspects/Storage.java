package io.cosmopilot.conversations.aspects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Belongings;
import io.cosmopilot.deploy.Belongings.Belonging;
import io.cosmopilot.deploy.HostPaths;
import io.cosmopilot.deploy.Volume;
import io.cosmopilot.deploy.Volumes;

/** A volume that was applied for before, or a host directory that was approved, and where it is mounted. */
@Component
class Storage implements Aspect {

    static final Pattern DIRECTORY = Pattern.compile("(?!.*\\.\\.)/[A-Za-z0-9._@/-]{1,200}");

    private final Volumes volumes;
    private final HostPaths hostPaths;
    private final Belongings belongings;

    Storage(Volumes volumes, HostPaths hostPaths, Belongings belongings) {
        this.volumes = volumes;
        this.hostPaths = hostPaths;
        this.belongings = belongings;
    }

    @Override
    public String name() {
        return "storage";
    }

    @Override
    public boolean possible(Scene scene) {
        return !volumes(scene).isEmpty() || !directories(scene).isEmpty();
    }

    private List<Volume> volumes(Scene scene) {
        return scene.once("volumes", () -> volumes.of(scene.person()));
    }

    private List<String> directories(Scene scene) {
        List<Belonging> own = scene.once("belongings", () -> belongings.of(scene.person()));
        return scene.once(
                "host directories",
                () -> own.stream()
                        .map(Belonging::space)
                        .distinct()
                        .flatMap(space -> hostPaths.of(space).stream())
                        .distinct()
                        .toList());
    }

    @Override
    public List<Entry> entries(Scene scene) {
        List<Block.Choice> options = Stream.concat(
                        volumes(scene).stream()
                                .map(volume ->
                                        Block.Choice.of(volume.name(), volume.name() + " (" + volume.size() + ")")),
                        directories(scene).stream()
                                .map(path -> Block.Choice.of(
                                        path, scene.words().say("conversations.release.storage.host", path))))
                .toList();
        return List.of(
                Entry.chosen("volume", options),
                Entry.typed("directory", value -> DIRECTORY.matcher(value).matches()));
    }

    /** What only one host may use is used by one instance, which ends before the next begins. */
    @Override
    public List<Adjustment> adjustments(Scene scene, Map<String, String> filled) {
        String volume = filled.get("volume");
        String directory = filled.get("directory");
        if (volume == null || directory == null) {
            return List.of();
        }
        if (volume.startsWith("/")) {
            return List.of(new Adjustment.HostDirectory(volume, directory));
        }
        List<Adjustment> adjustments = new ArrayList<>();
        adjustments.add(new Adjustment.Volume(volume, directory, false));
        if (exclusive(scene, volume)) {
            adjustments.add(new Adjustment.HighAvailability(false));
            adjustments.add(new Adjustment.Scale(null, 1));
            adjustments.add(new Adjustment.Strategy(false));
        }
        return adjustments;
    }

    private boolean exclusive(Scene scene, String name) {
        return volumes.find(scene.person(), name)
                .filter(volume -> volume.mode() == Volume.Mode.ONE_HOST)
                .isPresent();
    }
}
