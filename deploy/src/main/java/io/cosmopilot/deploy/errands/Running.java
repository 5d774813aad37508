package io.cosmopilot.deploy.errands;

import java.util.List;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.ErrandReport;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.cluster.Cluster;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.cluster.Reference;
import io.cosmopilot.deploy.cluster.Refusal;
import io.cosmopilot.deploy.jobs.Told;
import io.cosmopilot.deploy.releases.Refusals;
import io.cosmopilot.deploy.spaces.Namespaces;

/** Does an errand, as the person. What is not ours is left alone. */
@Component
class Running {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("deploy-errand");

    private final Errands errands;
    private final Namespaces namespaces;
    private final Cluster cluster;
    private final Told told;

    Running(Errands errands, Namespaces namespaces, Cluster cluster, Told told) {
        this.errands = errands;
        this.namespaces = namespaces;
        this.cluster = cluster;
        this.told = told;
    }

    void run(String id) {
        errands.unfinished(id)
                .ifPresent(errand -> namespaces
                        .of(errand.space(), errand.person())
                        .ifPresentOrElse(
                                namespace -> run(errand, namespace),
                                () -> refuse(errand, List.of(Problem.of("deploy.plan.no-space", errand.space())))));
    }

    private void run(Errand errand, String namespace) {
        try {
            var hand = cluster.as(errand.person(), errand.space());
            var reference = new Reference(errand.apiVersion(), errand.kind(), namespace, errand.name());
            var live = hand.find(reference);
            if (live.filter(object -> !Ownership.ours(object)).isPresent()) {
                refuse(errand, List.of(Problem.of("deploy.plan.not-ours", errand.kind(), errand.name())));
                return;
            }
            var wanted = errand.manifest();
            if (wanted == null) {
                hand.remove(reference);
            } else {
                hand.apply(wanted, namespace);
            }
            told.once(
                    () -> errands.finish(errand),
                    () -> new ErrandReport.Done(errand.id(), errand.requester(), errand.space(), errand.name()));
        } catch (Refusal refusal) {
            refuse(errand, Refusals.told(refusal));
        }
    }

    private void refuse(Errand errand, List<Problem> problems) {
        told.once(
                () -> errands.finish(errand),
                () -> new ErrandReport.Refused(
                        errand.id(), errand.requester(), errand.space(), errand.name(), problems));
    }
}
