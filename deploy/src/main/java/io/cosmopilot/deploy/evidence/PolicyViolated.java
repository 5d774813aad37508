package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Problem.Offer;

/** The cluster's Pod Security refuses what the pods ask for. */
final class PolicyViolated implements Evidence {

    private static final Pattern WORDS = Pattern.compile("violates PodSecurity \"?([^\":]+)[^:]*\"?: (.+)");

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.refusals().stream()
                .flatMap(words -> WORDS.matcher(words).results())
                .map(rule -> Finding.of(
                        scene, "policy-violated", List.of(rule.group(1), rule.group(2)), Offer.EDIT, Offer.HUMAN));
    }
}
