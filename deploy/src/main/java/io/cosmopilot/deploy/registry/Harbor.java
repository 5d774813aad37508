package io.cosmopilot.deploy.registry;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.ImageMembers.Role;
import io.cosmopilot.deploy.registry.RegistryHttp.Answer;
import io.cosmopilot.deploy.registry.Robots.Credential;

/**
 * Harbor 2.x, where a space is a project with a quota, members, a robot that pulls, and tags that cannot be moved. Its
 * API is the published one, {@code /api/v2.0}; images themselves are asked for as of every registry.
 */
class Harbor implements Registry {

    private static final int PAGE = 100;
    private static final int MAINTAINER = 4;
    private static final int DEVELOPER = 2;
    private static final int GUEST = 3;
    private static final int CONFLICT = 409;

    /** Harbor wants capitals, small letters and digits in a robot's secret. */
    private static final String FIT = "Aa1";

    private final Rooms rooms;
    private final Robots robots;
    private final RegistryHttp http;
    private final String basic;

    Harbor(Rooms rooms, Robots robots, RegistryHttp http, String username, String password) {
        this.rooms = rooms;
        this.robots = robots;
        this.http = http;
        var both = username + ":" + password;
        basic = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void open(String space, String owner, long bytes) {
        var made = api(
                "POST",
                "/projects",
                Map.of("project_name", space, "metadata", Map.of("public", "false"), "storage_limit", bytes));
        if (made.status() == CONFLICT) {
            grant(space, bytes);
        } else {
            made.good();
            neverMoveTags(space);
        }
        rooms.open(space, owner, bytes);
        member(space, owner, Optional.of(Role.OWNER));
        pullRobot(space);
    }

    private void grant(String space, long bytes) {
        var project = json(api("GET", "/projects/" + space, null).good())
                .path("project_id")
                .asInt(0);
        json(api("GET", "/quotas?reference=project&reference_id=" + project, null)
                        .good())
                .forEach(quota -> api(
                                "PUT", "/quotas/" + quota.path("id").asInt(0), Map.of("hard", Map.of("storage", bytes)))
                        .good());
    }

    private void neverMoveTags(String space) {
        var all = List.of(Map.of("kind", "doublestar", "decoration", "matches", "pattern", "**"));
        var everywhere = Map.of(
                "repository", List.of(Map.of("kind", "doublestar", "decoration", "repoMatches", "pattern", "**")));
        api(
                        "POST",
                        "/projects/" + space + "/immutabletagrules",
                        Map.of(
                                "action",
                                "immutable",
                                "template",
                                "immutable_template",
                                "disabled",
                                false,
                                "scope_selectors",
                                everywhere,
                                "tag_selectors",
                                all))
                .good();
    }

    @Override
    public void member(String space, String person, Optional<Role> role) {
        var members = "/projects/" + space + "/members";
        var known = json(
                api("GET", members + "?entityname=" + encoded(person), null).good());
        Optional<Integer> id = Optional.empty();
        for (var member : known) {
            if (member.path("entity_name").asString("").equals(person)) {
                id = Optional.of(member.path("id").asInt(0));
            }
        }
        if (role.isEmpty()) {
            id.ifPresent(number -> api("DELETE", members + "/" + number, null).good());
        } else if (id.isPresent()) {
            api("PUT", members + "/" + id.get(), Map.of("role_id", number(role.get())))
                    .good();
        } else {
            api("POST", members, Map.of("role_id", number(role.get()), "member_user", Map.of("username", person)))
                    .good();
        }
    }

    private static int number(Role role) {
        return switch (role) {
            case OWNER -> MAINTAINER;
            case PUSHER -> DEVELOPER;
            case READER -> GUEST;
        };
    }

    /** A robot that is there already has the secret that is derived, and needs nothing. */
    private void pullRobot(String space) {
        var made = robot(space, "pull", -1, "pull");
        if (made.status() != CONFLICT) {
            var id = json(made.good()).path("id").asInt(0);
            api("PATCH", "/robots/" + id, Map.of("secret", puller(space).password()))
                    .good();
        }
    }

    private Answer robot(String space, String name, int days, String... actions) {
        var access = new ArrayList<Map<String, String>>();
        for (var action : actions) {
            access.add(Map.of("resource", "repository", "action", action));
        }
        return api(
                "POST",
                "/robots",
                Map.of(
                        "name",
                        name,
                        "level",
                        "project",
                        "duration",
                        days,
                        "permissions",
                        List.of(Map.of("kind", "project", "namespace", space, "access", access))));
    }

    @Override
    public Credential puller(String space) {
        return new Credential("robot$" + space + "+pull", robots.pulling(space).password() + FIT);
    }

    /** Harbor counts a robot's life in days; one is made for each build. */
    @Override
    public Credential pusher(String space, Duration lifetime) {
        var name = "build-" + UUID.randomUUID().toString().substring(0, 8);
        var made = json(robot(space, name, 1, "pull", "push").good());
        return new Credential(
                made.path("name").asString(""), made.path("secret").asString(""));
    }

    @Override
    public List<Repository> repositories(Set<String> spaces) {
        var all = new ArrayList<Repository>();
        for (var space : spaces) {
            paged(
                    "/projects/" + space + "/repositories",
                    repository -> Repository.parse(repository.path("name").asString(""))
                            .ifPresent(all::add));
        }
        return all;
    }

    @Override
    public List<String> tags(Repository repository) {
        var tags = new ArrayList<String>();
        paged(
                artifacts(repository),
                artifact -> artifact.path("tags")
                        .forEach(tag -> tags.add(tag.path("name").asString(""))));
        return tags;
    }

    @Override
    public Optional<Content> manifest(Repository repository, String reference) {
        return Distribution.content(http.get(
                "/v2/" + repository.path() + "/manifests/" + reference,
                Map.of("Accept", Distribution.MANIFESTS, "Authorization", basic)));
    }

    @Override
    public void remove(Repository repository, String digest) {
        var answer = api("DELETE", artifacts(repository) + "/" + digest, null);
        if (!answer.missing()) {
            answer.good();
        }
    }

    /** A name with slashes is encoded twice, as Harbor asks for. */
    private static String artifacts(Repository repository) {
        return "/projects/" + repository.space() + "/repositories/" + encoded(encoded(repository.name()))
                + "/artifacts";
    }

    private void paged(String path, Consumer<JsonNode> each) {
        int page = 1;
        int found = PAGE;
        while (found == PAGE) {
            var answer = api("GET", path + "?page_size=" + PAGE + "&page=" + page, null);
            if (answer.missing()) {
                return;
            }
            var list = json(answer.good());
            list.forEach(each);
            found = list.size();
            page++;
        }
    }

    private Answer api(String method, String path, @Nullable Object body) {
        var headers = new HashMap<>(Map.of("Authorization", basic, "Accept", "application/json"));
        if (body == null) {
            return http.send(method, "/api/v2.0" + path, headers, BodyPublishers.noBody());
        }
        headers.put("Content-Type", "application/json");
        return http.send(
                method,
                "/api/v2.0" + path,
                headers,
                BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    private static JsonNode json(Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
