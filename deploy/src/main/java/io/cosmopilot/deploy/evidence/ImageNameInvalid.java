package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.cosmopilot.deploy.Problem.Offer;

/** The image reference is no reference: offered is the form that was probably meant. */
final class ImageNameInvalid implements Evidence {

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.boxes()
                .filter(box -> box.waits("InvalidImageName"))
                .map(box -> Finding.of(
                                scene,
                                "image-name-invalid",
                                List.of(box.image(), meant(box.image())),
                                Offer.CORRECT_IMAGE,
                                Offer.EDIT)
                        .suggesting(meant(box.image())));
    }

    private static String meant(String image) {
        var plain = image.strip().replaceFirst("^[a-z]+://", "").replaceAll("\\s+", "");
        int tag = plain.lastIndexOf(':');
        return tag > plain.lastIndexOf('/')
                ? plain.substring(0, tag).toLowerCase(Locale.ROOT) + plain.substring(tag)
                : plain.toLowerCase(Locale.ROOT);
    }
}
