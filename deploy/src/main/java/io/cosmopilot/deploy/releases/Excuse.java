package io.cosmopilot.deploy.releases;

import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;

/** What a person is told when the fault is ours: a number that is in the log beside the cause. */
final class Excuse {

    private static final Logger LOG = LoggerFactory.getLogger(Excuse.class);

    private Excuse() {}

    static Problem of(RuntimeException fault) {
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A release could not go on; its owner was told the number {}.", number, fault);
        return new Problem(
                "deploy.release.unexpected", List.of(number), null, List.of(Offer.RETRY, Offer.HUMAN), List.of());
    }
}
