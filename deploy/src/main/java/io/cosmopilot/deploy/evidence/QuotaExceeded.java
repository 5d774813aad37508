package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Problem.Offer;

/** The space's quota does not allow another pod: needed, used and granted are told. */
final class QuotaExceeded implements Evidence {

    private static final Pattern WORDS =
            Pattern.compile("exceeded quota: [^,]+, requested: (.+?), used: (.+?), limited: (.+?)(?:$|\")");

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.refusals().stream().flatMap(words -> found(scene, words));
    }

    private static Stream<Finding> found(Scene scene, String words) {
        var numbers = WORDS.matcher(words);
        return numbers.find()
                ? Stream.of(Finding.of(
                        scene,
                        "quota-exceeded",
                        List.of(numbers.group(1), numbers.group(2), numbers.group(3)),
                        Offer.LOWER_REQUESTS,
                        Offer.ASK_FOR_QUOTA))
                : Stream.empty();
    }
}
