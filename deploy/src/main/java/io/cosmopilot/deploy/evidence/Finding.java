package io.cosmopilot.deploy.evidence;

import java.util.List;
import java.util.Optional;

import io.fabric8.kubernetes.api.model.HasMetadata;
import org.jspecify.annotations.Nullable;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;

/** A cause that was found, and who can tell more about it. */
public record Finding(Problem problem, @Nullable Witness witness) {

    static Finding of(Scene scene, String code, List<String> arguments, Offer... offers) {
        var problem = new Problem("deploy.evidence." + code, arguments, scene.component(), List.of(offers), List.of());
        return new Finding(problem, null);
    }

    /** Something is wrong with the way to the programs. */
    static Finding of(HasMetadata door, String code, List<String> arguments) {
        var name = door.getMetadata().getName();
        var offers = List.of(Offer.CORRECT_SERVICE, Offer.EDIT);
        return new Finding(new Problem("deploy.evidence." + code, arguments, name, offers, List.of()), null);
    }

    Finding suggesting(String value) {
        return new Finding(problem.suggesting(value), witness);
    }

    Finding toldBy(Witness someone) {
        return new Finding(problem, someone);
    }

    /** Who can tell more. */
    public Optional<Witness> somebody() {
        return Optional.ofNullable(witness);
    }
}
