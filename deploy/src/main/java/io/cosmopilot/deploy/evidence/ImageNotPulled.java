package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Event;

import io.cosmopilot.deploy.Problem.Offer;

/**
 * The node could not pull the image. Why, stands in the state of the container at first, and once the kubelet backs off
 * only in its events.
 */
final class ImageNotPulled implements Evidence {

    private static final List<Reason> REASONS = List.of(
            new Reason(
                    "image-not-found",
                    "not found|manifest unknown|does not exist|no such image",
                    List.of(Offer.CHOOSE_TAG, Offer.EDIT)),
            new Reason(
                    "image-denied",
                    "unauthorized|denied|authentication required|forbidden|no basic auth",
                    List.of(Offer.REPAIR_SPACE, Offer.EDIT, Offer.HUMAN)),
            new Reason("registry-untrusted", "x509|server gave http response", List.of(Offer.HUMAN)),
            new Reason(
                    "registry-away",
                    "no such host|dial tcp|timeout|refused|unreachable",
                    List.of(Offer.RETRY, Offer.EDIT)));

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.boxes()
                .filter(box -> box.waits("ErrImagePull", "ImagePullBackOff", "ErrImageNeverPull"))
                .flatMap(box -> find(scene, box));
    }

    private static Stream<Finding> find(Scene scene, Box box) {
        var words = words(scene, box);
        return REASONS.stream()
                .filter(reason -> reason.words.matcher(words).find())
                .findFirst()
                .map(reason -> found(scene, box, reason))
                .or(() -> Stream.of(words)
                        .filter(text -> !text.isBlank())
                        .map(text -> Finding.of(scene, "image-pull", List.of(box.image()), Offer.EDIT, Offer.HUMAN))
                        .findFirst())
                .stream();
    }

    private static Finding found(Scene scene, Box box, Reason reason) {
        var finding = Finding.of(scene, reason.code, List.of(box.image()), reason.offers.toArray(Offer[]::new));
        return reason.offers.contains(Offer.CHOOSE_TAG) ? finding.suggesting(withoutTag(box.image())) : finding;
    }

    private static String withoutTag(String image) {
        var plain = image.replaceFirst("@.*$", "");
        int tag = plain.lastIndexOf(':');
        return tag > plain.lastIndexOf('/') ? plain.substring(0, tag) : plain;
    }

    private static String words(Scene scene, Box box) {
        var told = scene.warned(box.pod(), "Failed")
                .map(Event::getMessage)
                .filter(message -> message.contains(box.image()));
        return Stream.concat(Stream.of(box.waitingWords()), told)
                // Says only that it waits, which is no reason.
                .filter(text -> !text.startsWith("Back-off pulling image"))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }

    private record Reason(String code, Pattern words, List<Offer> offers) {
        Reason(String code, String words, List<Offer> offers) {
            this(code, Pattern.compile(words), offers);
        }
    }
}
