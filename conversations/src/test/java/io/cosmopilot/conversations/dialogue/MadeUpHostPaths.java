package io.cosmopilot.conversations.dialogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.cosmopilot.deploy.HostPaths;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;

/** Directories of the hosts, permitted as soon as somebody approves them; {@code /etc} cannot be asked for. */
final class MadeUpHostPaths implements HostPaths {

    private final List<String> commands;
    private final List<String> permitted = new ArrayList<>();

    MadeUpHostPaths(List<String> commands) {
        this.commands = commands;
    }

    @Override
    public List<String> of(String space) {
        return List.copyOf(permitted);
    }

    @Override
    public boolean permits(String space, String path) {
        return permitted.contains(path);
    }

    @Override
    public String normal(String path) {
        return path.replaceFirst("(?<=.)/$", "");
    }

    @Override
    public List<Problem> check(String space, String path, Collection<String> asked) {
        return path.equals("/etc") || !path.startsWith("/")
                ? List.of(Problem.of("deploy.host-path.of-the-machine", path))
                : List.of();
    }

    @Override
    public void permit(String space, String path, Requester requester) {
        commands.add("permit " + space + " " + path);
        permitted.add(path);
    }
}
