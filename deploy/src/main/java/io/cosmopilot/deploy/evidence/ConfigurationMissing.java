package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;

import io.cosmopilot.deploy.Problem.Offer;

/** A ConfigMap, a Secret or a key that a container or a volume asks for is not there. */
final class ConfigurationMissing implements Evidence {

    private static final Pattern KEY =
            Pattern.compile("couldn't find key (\\S+) in (ConfigMap|Secret) (?:[^/]+/)?(\\S+)");
    private static final Pattern OBJECT = Pattern.compile("(configmap|secret)s? \"([^\"]+)\" not found");
    private static final Pattern MOUNTED_KEY =
            Pattern.compile("for volume \"([^\"]+)\".*references non-existent (?:config|secret) key: (\\S+)");

    @Override
    public Stream<Finding> in(Scene scene) {
        return Stream.concat(
                scene.boxes()
                        .filter(box -> box.waits("CreateContainerConfigError"))
                        .map(box -> found(scene, box.waitingWords())
                                .orElseGet(() -> Finding.of(
                                        scene,
                                        "configuration-wrong",
                                        List.of(box.waitingWords()),
                                        Offer.EDIT,
                                        Offer.HUMAN))),
                scene.pods().stream().filter(Mounts::waits).flatMap(pod -> mounted(scene, pod)));
    }

    private static Stream<Finding> mounted(Scene scene, Pod pod) {
        return scene.warned(pod, "FailedMount")
                .map(Event::getMessage)
                .flatMap(words -> found(scene, words).or(() -> mountedKey(scene, pod, words)).stream());
    }

    private static Optional<Finding> found(Scene scene, String words) {
        var key = KEY.matcher(words);
        if (key.find()) {
            return Optional.of(key(scene, key.group(1), key.group(2), key.group(3)));
        }
        var object = OBJECT.matcher(words);
        return object.find() ? Optional.of(object(scene, object.group(1), object.group(2))) : Optional.empty();
    }

    private static Optional<Finding> mountedKey(Scene scene, Pod pod, String words) {
        var key = MOUNTED_KEY.matcher(words);
        return key.find()
                ? Mounts.volume(pod, key.group(1)).flatMap(volume -> source(scene, volume, key.group(2)))
                : Optional.empty();
    }

    private static Optional<Finding> source(Scene scene, Volume volume, String key) {
        return Optional.ofNullable(volume.getConfigMap())
                .map(map -> key(scene, key, "ConfigMap", map.getName()))
                .or(() -> Optional.ofNullable(volume.getSecret())
                        .map(secret -> key(scene, key, "Secret", secret.getSecretName())));
    }

    private static Finding key(Scene scene, String key, String kind, String name) {
        return Finding.of(scene, "key-missing", List.of(key, kind, name), Offer.CREATE_CONFIGURATION, Offer.EDIT)
                .suggesting(kind + " " + name + " " + key);
    }

    private static Finding object(Scene scene, String word, String name) {
        var kind = word.toLowerCase(Locale.ROOT).equals("secret") ? "Secret" : "ConfigMap";
        return Finding.of(scene, "configuration-missing", List.of(kind, name), Offer.CREATE_CONFIGURATION, Offer.EDIT)
                .suggesting(kind + " " + name);
    }
}
