package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Problem.Offer;

/** The quota counts something that the pods do not state. */
final class LimitsMissing implements Evidence {

    private static final Pattern WORDS = Pattern.compile("must specify ([a-z.,]+)");

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.refusals().stream()
                .flatMap(words -> WORDS.matcher(words).results())
                .map(missing -> Finding.of(
                                scene,
                                "limits-missing",
                                List.of(missing.group(1).replace(",", ", ")),
                                Offer.FILL_LIMITS,
                                Offer.EDIT)
                        .suggesting("cpu=500m,memory=512Mi"));
    }
}
