package io.cosmopilot.conversations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.cosmopilot.deploy.Quota;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Space;
import io.cosmopilot.deploy.Spaces;

/** The deployment core as far as spaces go: remembers what it was asked to provision. */
public final class GrantedSpaces implements Spaces {

    private final List<Space> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Space> spaces = new ConcurrentHashMap<>();
    private volatile Requester requester = new Requester("", "");

    /** Every call of {@link #provision}, in order. */
    public List<Space> provisioned() {
        return List.copyOf(asked);
    }

    /** For whom the latest was. */
    public Requester requester() {
        return requester;
    }

    public void grant(String space, String owner) {
        spaces.put(space, new Space(space, owner, new Quota(1, 1, 1)));
    }

    @Override
    public boolean taken(String name) {
        return spaces.containsKey(name) || name.equals("kube-system");
    }

    @Override
    public void provision(String name, Quota quota, Requester whom) {
        Space space = new Space(name, whom.person(), quota);
        requester = whom;
        asked.add(space);
        spaces.put(name, space);
    }

    @Override
    public List<Space> of(String person) {
        return spaces.values().stream()
                .filter(space -> space.owner().equals(person))
                .toList();
    }

    @Override
    public Optional<Space> find(String name) {
        return Optional.ofNullable(spaces.get(name));
    }

    @Override
    public void repair(String name) {}

    @Override
    public String imagePrefix(String space) {
        return "registry.example.com/" + space + "/";
    }
}
