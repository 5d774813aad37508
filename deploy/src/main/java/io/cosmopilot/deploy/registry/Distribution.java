package io.cosmopilot.deploy.registry;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.registry.Robots.Credential;
import io.cosmopilot.deploy.registry.Scope.Action;

/** CNCF distribution, which knows of no spaces: they are what the token server grants. */
class Distribution implements Registry {

    static final String MANIFESTS = String.join(
            ", ",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json");

    private static final Map<String, Object> CATALOGUE =
            Map.of("type", "registry", "name", "catalog", "actions", List.of("*"));
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>;\\s*rel=\"?next\"?");
    private static final int PAGE = 500;

    private final Rooms rooms;
    private final Robots robots;
    private final Issuing issuing;
    private final RegistryHttp http;

    Distribution(Rooms rooms, Robots robots, Issuing issuing, RegistryHttp http) {
        this.rooms = rooms;
        this.robots = robots;
        this.issuing = issuing;
        this.http = http;
    }

    @Override
    public void open(String space, String owner, long bytes) {
        rooms.open(space, owner, bytes);
    }

    /** The token server looks it up at the next push or pull. */
    @Override
    public void member(String space, String person, Optional<Role> role) {}

    @Override
    public Credential puller(String space) {
        return robots.pulling(space);
    }

    @Override
    public Credential pusher(String space, Duration lifetime) {
        return robots.building(space, lifetime);
    }

    @Override
    public List<Repository> repositories(Set<String> spaces) {
        return pages("/v2/_catalog?n=" + PAGE, bearer(CATALOGUE), "repositories").stream()
                .map(Repository::parse)
                .flatMap(Optional::stream)
                .filter(repository -> spaces.contains(repository.space()))
                .toList();
    }

    @Override
    public List<String> tags(Repository repository) {
        return pages("/v2/" + repository.path() + "/tags/list?n=" + PAGE, bearer(repository, Action.PULL), "tags");
    }

    @Override
    public Optional<Content> manifest(Repository repository, String reference) {
        var headers = Map.of("Accept", MANIFESTS, "Authorization", bearer(repository, Action.PULL));
        return content(http.get("/v2/" + repository.path() + "/manifests/" + reference, headers));
    }

    static Optional<Content> content(RegistryHttp.Answer answer) {
        if (answer.missing()) {
            return Optional.empty();
        }
        answer.good();
        var digest = answer.header("Docker-Content-Digest").orElseGet(() -> Sha256.digest(answer.body()));
        return Optional.of(
                new Content(digest, answer.header("Content-Type").orElse("application/octet-stream"), answer.body()));
    }

    @Override
    public void remove(Repository repository, String digest) {
        var headers = Map.of("Authorization", bearer(repository, Action.DELETE));
        var answer = http.send(
                "DELETE", "/v2/" + repository.path() + "/manifests/" + digest, headers, BodyPublishers.noBody());
        if (!answer.missing()) {
            answer.good();
        }
    }

    private List<String> pages(String first, String bearer, String field) {
        var all = new ArrayList<String>();
        var path = Optional.of(first);
        while (path.isPresent()) {
            var answer = http.get(path.get(), Map.of("Authorization", bearer));
            if (answer.missing()) {
                return all;
            }
            JsonMapper.shared().readTree(answer.good().body()).path(field).forEach(name -> all.add(name.asString("")));
            path = answer.header("Link")
                    .map(NEXT::matcher)
                    .filter(Matcher::find)
                    .map(link -> link.group(1));
        }
        return all;
    }

    private String bearer(Repository repository, Action action) {
        return bearer(new Scope(repository, EnumSet.of(action)).claim());
    }

    private String bearer(Map<String, Object> access) {
        return "Bearer " + issuing.own(access);
    }
}
