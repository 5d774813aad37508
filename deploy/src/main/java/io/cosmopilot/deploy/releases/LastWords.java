package io.cosmopilot.deploy.releases;

import java.util.List;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.evidence.Finding;
import io.cosmopilot.deploy.evidence.Witness;

/** Adds to a problem what the program wrote last. Asked of the cluster once, when a release fails. */
@Component
class LastWords {

    private static final int LINES = 12;

    private final Cluster cluster;

    LastWords(Cluster cluster) {
        this.cluster = cluster;
    }

    Problem addTo(Finding finding) {
        var problem = finding.problem();
        return finding.somebody().map(witness -> problem.withLog(of(witness))).orElse(problem);
    }

    private List<String> of(Witness witness) {
        return cluster.lastWords(witness.namespace(), witness.pod(), witness.container(), LINES)
                .lines()
                .toList();
    }
}
