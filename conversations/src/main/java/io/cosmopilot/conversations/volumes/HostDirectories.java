package io.cosmopilot.conversations.volumes;

import java.util.List;
import java.util.Map;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.approvals.Approvals;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.deploy.HostPaths;
import io.cosmopilot.deploy.Problem;

/** Reads which directory of the hosts is wanted, and tells which were approved. */
@Component
class HostDirectories {

    static final String PATH = "path";

    private final VolumeAnswers volumes;
    private final HostPaths hostPaths;
    private final Approvals approvals;

    HostDirectories(VolumeAnswers volumes, HostPaths hostPaths, Approvals approvals) {
        this.volumes = volumes;
        this.hostPaths = hostPaths;
        this.approvals = approvals;
    }

    Answer read(Scene scene, Input input) {
        String said = Said.of(input);
        if (said.isEmpty() || volumes.spaces(scene).isEmpty()) {
            return Answer.notMeant();
        }
        String space = volumes.space(scene);
        String path = hostPaths.normal(said);
        if (approvals.asked(
                Approval.Kind.HOST_PATH,
                Approval.Matter.hostPath(space, path, "").subject())) {
            return Answer.refused("conversations.volume.path.asked", path, space);
        }
        List<Problem> problems = hostPaths.check(space, path, asked());
        return problems.isEmpty()
                ? Answer.accepted(PATH, path)
                : new Answer.Refused(Map.of("", List.<MessageSourceResolvable>copyOf(problems)));
    }

    private List<String> asked() {
        return approvals.open().stream()
                .map(Approval::matter)
                .filter(matter -> matter.kind() == Approval.Kind.HOST_PATH)
                .map(Approval.Matter::detail)
                .map(String::valueOf)
                .toList();
    }

    /** Those that were approved for the person's spaces. */
    List<String> lines(Scene scene) {
        return volumes.spaces(scene).stream()
                .flatMap(space -> hostPaths.of(space).stream().map(path -> scene.say("line.host", path, space)))
                .toList();
    }
}
