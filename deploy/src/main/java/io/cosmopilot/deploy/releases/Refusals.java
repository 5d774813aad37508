package io.cosmopilot.deploy.releases;

import java.util.List;
import java.util.regex.Pattern;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.cluster.Refusal;

/** The cluster's refusals in words for people. */
public final class Refusals {

    private static final Pattern QUOTA =
            Pattern.compile("exceeded quota: [^,]+, requested: (.+?), used: (.+?), limited: (.+)$");
    private static final Pattern NODE_PORT = Pattern.compile("(\\d+): provided port is already allocated");
    private static final Pattern MANAGER = Pattern.compile("conflict with \"([^\"]+)\"");

    private Refusals() {}

    public static List<Problem> told(Refusal refusal) {
        var quota = QUOTA.matcher(refusal.words());
        if (quota.find()) {
            var numbers = List.of(quota.group(1), quota.group(2), quota.group(3));
            return List.of(problem(
                    refusal, "deploy.evidence.quota-exceeded", numbers, Offer.LOWER_REQUESTS, Offer.ASK_FOR_QUOTA));
        }
        var port = NODE_PORT.matcher(refusal.words());
        if (port.find()) {
            return List.of(
                    problem(refusal, "deploy.refusal.port-taken", List.of(port.group(1)), Offer.FREE_PORT, Offer.EDIT));
        }
        return switch (refusal.code()) {
            case 403 -> List.of(problem(refusal, "deploy.refusal.forbidden", subject(refusal), Offer.HUMAN));
            case 409 -> conflicts(refusal);
            default -> invalid(refusal);
        };
    }

    private static List<Problem> conflicts(Refusal refusal) {
        var managers = MANAGER.matcher(refusal.words());
        var manager = managers.find() ? managers.group(1) : "?";
        return refusal.causes().isEmpty()
                ? invalid(refusal)
                : refusal.causes().stream()
                        .map(cause -> problem(
                                refusal,
                                "deploy.refusal.conflict",
                                List.of(refusal.kind(), refusal.object(), cause.field(), manager),
                                Offer.HUMAN))
                        .toList();
    }

    private static List<Problem> invalid(Refusal refusal) {
        if (refusal.causes().isEmpty()) {
            var words = List.of(refusal.kind(), refusal.object(), refusal.words());
            return List.of(problem(refusal, "deploy.refusal.invalid", words, Offer.EDIT, Offer.HUMAN));
        }
        return refusal.causes().stream()
                .map(cause -> problem(
                        refusal,
                        "deploy.refusal.field",
                        List.of(refusal.kind(), refusal.object(), cause.field(), cause.message()),
                        Offer.EDIT))
                .toList();
    }

    private static List<String> subject(Refusal refusal) {
        return List.of(refusal.kind(), refusal.object());
    }

    private static Problem problem(Refusal refusal, String code, List<String> arguments, Offer... offers) {
        return new Problem(code, arguments, refusal.object(), List.of(offers), List.of());
    }
}
