package io.cosmopilot.deploy.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.ImageMembers.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Harbor, against a server that follows what it publishes of its API; no real Harbor was seen. */
@WithRegistry
class HarborTest {

    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private final String space = "h-" + UUID.randomUUID().toString().substring(0, 8);
    private final FakeHarbor server = new FakeHarbor();

    @Autowired
    Rooms rooms;

    @Autowired
    Robots robots;

    private Harbor harbor;

    @BeforeEach
    void start() throws IOException {
        harbor = new Harbor(rooms, robots, new RegistryHttp(server.start()), "admin", "Secret-1");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_space_is_a_project_with_quota_owner_robot_and_tags_that_stay() {
        harbor.open(space, "wei", 5L << 30);

        assertThat(server.calls)
                .containsExactly(
                        "POST /projects",
                        "POST /projects/" + space + "/immutabletagrules",
                        "GET /projects/" + space + "/members",
                        "POST /projects/" + space + "/members",
                        "POST /robots",
                        "PATCH /robots/7");
        var project = server.body("POST /projects");
        assertThat(project.path("project_name").asString()).isEqualTo(space);
        assertThat(project.path("metadata").path("public").asString()).isEqualTo("false");
        assertThat(project.path("storage_limit").asLong()).isEqualTo(5L << 30);
        var member = server.body("POST /projects/" + space + "/members");
        assertThat(member.path("member_user").path("username").asString()).isEqualTo("wei");
        assertThat(member.path("role_id").asInt()).isEqualTo(4);
        var robot = server.body("POST /robots").path("permissions").path(0);
        assertThat(robot.path("namespace").asString()).isEqualTo(space);
        assertThat(robot.path("access").path(0).path("action").asString()).isEqualTo("pull");
        assertThat(server.body("PATCH /robots/7").path("secret").asString())
                .isEqualTo(harbor.puller(space).password())
                .matches(".*[A-Z].*")
                .matches(".*[a-z].*")
                .matches(".*[0-9].*");
        assertThat(rooms.role(space, "wei")).contains(Role.OWNER);
    }

    @Test
    void another_size_changes_the_quota_of_the_project_that_is_there() {
        harbor.open(space, "wei", 5L << 30);
        server.calls.clear();

        harbor.open(space, "wei", 9L << 30);

        assertThat(server.calls).contains("GET /projects/" + space, "GET /quotas", "PUT /quotas/3");
        assertThat(server.body("PUT /quotas/3").path("hard").path("storage").asLong())
                .isEqualTo(9L << 30);
        assertThat(server.calls).doesNotContain("PATCH /robots/7");
    }

    @Test
    void members_come_change_and_go() {
        harbor.open(space, "wei", 1L << 30);

        harbor.member(space, "lan", Optional.of(Role.READER));
        assertThat(server.body("POST /projects/" + space + "/members")
                        .path("role_id")
                        .asInt())
                .isEqualTo(3);
        harbor.member(space, "lan", Optional.of(Role.PUSHER));
        assertThat(server.calls.getLast()).isEqualTo("PUT /projects/" + space + "/members/2");
        harbor.member(space, "lan", Optional.empty());
        assertThat(server.calls.getLast()).isEqualTo("DELETE /projects/" + space + "/members/2");
        harbor.member(space, "lan", Optional.empty());
        assertThat(server.calls.getLast()).startsWith("GET");
    }

    @Test
    void a_build_gets_a_robot_of_its_own() {
        harbor.open(space, "wei", 1L << 30);

        var robot = harbor.pusher(space, Duration.ofMinutes(5));

        assertThat(robot.username()).startsWith("robot$" + space + "+build-");
        assertThat(robot.password()).isEqualTo("made-by-harbor");
        assertThat(server.body("POST /robots").path("duration").asInt()).isEqualTo(1);
    }

    @Test
    void images_are_found_read_and_removed() {
        harbor.open(space, "wei", 1L << 30);
        var shop = new Repository(space, "team/shop");

        assertThat(harbor.repositories(Set.of(space))).containsExactly(shop);
        assertThat(harbor.tags(shop)).containsExactly("0.1", "0.2");
        assertThat(harbor.manifest(shop, "0.1"))
                .hasValueSatisfying(content -> assertThat(content.digest()).isEqualTo(DIGEST));
        assertThat(harbor.manifest(shop, "nothing")).isEmpty();
        harbor.remove(shop, DIGEST);
        assertThat(server.calls.getLast())
                .isEqualTo("DELETE /projects/" + space + "/repositories/team%252Fshop/artifacts/" + DIGEST);
    }

    @Test
    void a_registry_that_refuses_or_is_away_is_said_to_be() {
        var wrong = new Harbor(rooms, robots, new RegistryHttp(server.base()), "admin", "wrong");
        assertThatThrownBy(() -> wrong.open(space, "wei", 1)).hasMessageContaining("401");
        assertThat(rooms.find(space)).isEmpty();

        server.stop();
        assertThatThrownBy(() -> harbor.open(space, "wei", 1))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("is away");
    }

    /** As much of Harbor's published API as is called. */
    private static final class FakeHarbor {

        final List<String> calls = new CopyOnWriteArrayList<>();
        private final Map<String, JsonNode> bodies = new ConcurrentHashMap<>();
        private final Set<String> projects = ConcurrentHashMap.newKeySet();
        private final Map<String, Integer> members = new ConcurrentHashMap<>();
        private final Set<String> robots = ConcurrentHashMap.newKeySet();
        private final HttpServer server;

        FakeHarbor() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        URI start() {
            server.createContext("/", this::serve);
            server.start();
            return base();
        }

        URI base() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        void stop() {
            server.stop(0);
        }

        JsonNode body(String call) {
            return Objects.requireNonNull(bodies.get(call), call);
        }

        private void serve(HttpExchange exchange) throws IOException {
            try (exchange) {
                var path = exchange.getRequestURI().getRawPath();
                var basic = "Basic YWRtaW46U2VjcmV0LTE=";
                if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                    answer(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\"}]}");
                } else if (path.startsWith("/v2/")) {
                    manifest(exchange, path);
                } else {
                    api(exchange, exchange.getRequestMethod() + " " + path.substring("/api/v2.0".length()));
                }
            }
        }

        private void manifest(HttpExchange exchange, String path) throws IOException {
            if (path.endsWith("/nothing")) {
                answer(exchange, 404, "{}");
            } else {
                exchange.getResponseHeaders().set("Docker-Content-Digest", DIGEST);
                answer(exchange, 200, "{\"config\":{\"digest\":\"sha256:c\",\"size\":1}}");
            }
        }

        private void api(HttpExchange exchange, String call) throws IOException {
            calls.add(call);
            var json = exchange.getRequestBody().readAllBytes();
            var body = JsonMapper.shared().readTree(json.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : json);
            bodies.put(call, body);
            var parts = call.split("/", -1);
            if (call.equals("POST /projects")) {
                answer(exchange, projects.add(body.path("project_name").asString()) ? 201 : 409, "{}");
            } else if (call.equals("POST /robots")) {
                robot(exchange, body);
            } else if (call.startsWith("GET /quotas")) {
                answer(exchange, 200, "[{\"id\":3}]");
            } else if (call.endsWith("/repositories")) {
                answer(exchange, 200, "[{\"name\":\"" + parts[2] + "/team/shop\"}]");
            } else if (call.endsWith("/artifacts")) {
                answer(
                        exchange,
                        200,
                        "[{\"digest\":\"" + DIGEST + "\",\"tags\":[{\"name\":\"0.1\"},{\"name\":\"0.2\"}]}]");
            } else if (call.contains("/members")) {
                member(exchange, call, body);
            } else if (call.startsWith("GET /projects/")) {
                answer(exchange, 200, "{\"project_id\":1}");
            } else {
                answer(exchange, 200, "{}");
            }
        }

        private void robot(HttpExchange exchange, JsonNode body) throws IOException {
            var space = body.path("permissions").path(0).path("namespace").asString();
            var name = "robot$" + space + "+" + body.path("name").asString();
            answer(
                    exchange,
                    robots.add(name) ? 201 : 409,
                    "{\"id\":7,\"name\":\"" + name + "\",\"secret\":\"made-by-harbor\"}");
        }

        private void member(HttpExchange exchange, String call, JsonNode body) throws IOException {
            if (call.startsWith("POST")) {
                members.put(body.path("member_user").path("username").asString(), members.size() + 1);
                answer(exchange, 201, "");
            } else if (call.startsWith("GET")) {
                var wanted = exchange.getRequestURI().getQuery().replace("entityname=", "");
                var id = members.get(wanted);
                answer(exchange, 200, id == null ? "[]" : "[{\"id\":" + id + ",\"entity_name\":\"" + wanted + "\"}]");
            } else {
                if (call.startsWith("DELETE")) {
                    members.values().removeIf(id -> call.endsWith("/" + id));
                }
                answer(exchange, 200, "");
            }
        }

        private static void answer(HttpExchange exchange, int status, String json) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            var bytes = json.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
