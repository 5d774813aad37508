package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Problem.Offer;

/** A ConfigMap, a Secret or a key that the container asks for is not there. */
final class ConfigurationMissing implements Evidence {

    private static final Pattern KEY =
            Pattern.compile("couldn't find key (\\S+) in (ConfigMap|Secret) (?:[^/]+/)?(\\S+)");
    private static final Pattern OBJECT = Pattern.compile("(configmap|secret)s? \"([^\"]+)\" not found");

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.boxes()
                .filter(box -> box.waits("CreateContainerConfigError"))
                .map(box -> found(scene, box.waitingWords()));
    }

    private static Finding found(Scene scene, String words) {
        var key = KEY.matcher(words);
        if (key.find()) {
            return Finding.of(scene, "key-missing", List.of(key.group(1), key.group(2), key.group(3)), Offer.EDIT);
        }
        var object = OBJECT.matcher(words);
        if (object.find()) {
            var kind = object.group(1).equals("secret") ? "Secret" : "ConfigMap";
            return Finding.of(scene, "configuration-missing", List.of(kind, object.group(2)), Offer.EDIT);
        }
        return Finding.of(scene, "configuration-wrong", List.of(words), Offer.EDIT, Offer.HUMAN);
    }
}
