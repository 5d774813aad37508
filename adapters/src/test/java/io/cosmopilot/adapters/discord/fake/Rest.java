package io.cosmopilot.adapters.discord.fake;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The REST calls of version 10 that a chat bot makes. */
final class Rest extends HttpServlet {

    private static final Duration FIRST_RESPONSE = Duration.ofSeconds(3);
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(15);
    private static final JsonNode NOTHING = State.JSON.createObjectNode();

    private final State state;
    private final Gateway gateway;
    private final Faults faults;
    private final Buckets buckets = new Buckets();
    private final Map<Pattern, Call> calls = new LinkedHashMap<>();

    Rest(State state, Gateway gateway, Faults faults) {
        this.state = state;
        this.gateway = gateway;
        this.faults = faults;
        on(
                "GET /users/@me",
                request -> state.bot.deepCopy().put("verified", true).put("mfa_enabled", false));
        on("POST /users/@me/channels", this::direct);
        on("PUT /applications/\\d+/(?:guilds/\\d+/)?commands", this::commands);
        on("POST /channels/(\\d+)/messages", this::post);
        on("GET /channels/(\\d+)/messages", this::history);
        on("PATCH /channels/(\\d+)/messages/(\\d+)", this::edit);
        on("DELETE /channels/(\\d+)/messages/(\\d+)", this::delete);
        on("POST /channels/(\\d+)/messages/(\\d+)/threads", this::thread);
        on("POST /channels/\\d+/typing", request -> NOTHING);
        on("POST /interactions/(\\d+)/([^/]+)/callback", this::respond);
        on("POST /webhooks/\\d+/([^/]+)", this::followUp);
        on("PATCH /webhooks/\\d+/([^/]+)/messages/([^/]+)", this::editFollowUp);
        on("DELETE /webhooks/\\d+/([^/]+)/messages/([^/]+)", this::deleteFollowUp);
    }

    private void on(String route, Call call) {
        calls.put(Pattern.compile(route), call);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String path = URI.create(request.getRequestURI()).getPath();
        if (path.startsWith("/cdn/")) {
            download(path, response);
            return;
        }
        String call = request.getMethod() + " " + path.replaceFirst("^/api/v10", "");
        Asked asked = Asked.of(request);
        response.setHeader("via", "1.1 fake");
        Optional<Faults.Refusal> fault = faults.of(call);
        if (fault.isPresent() && !fault.get().afterwards) {
            refuse(response, fault.get());
        } else if (!buckets.admit(call, response)) {
            tooMany(response, 1);
        } else if (!authorised(call, request)) {
            answer(response, 401, problem(0, "401: Unauthorized"));
        } else {
            answer(call, asked, response, fault.isPresent());
        }
    }

    private static boolean authorised(String call, HttpServletRequest request) {
        return call.contains("/webhooks/")
                || call.contains("/interactions/")
                || ("Bot " + State.TOKEN).equals(request.getHeader("Authorization"));
    }

    private void answer(String call, Asked asked, HttpServletResponse response, boolean lost) throws IOException {
        for (Map.Entry<Pattern, Call> known : calls.entrySet()) {
            Matcher matcher = known.getKey().matcher(call);
            if (matcher.matches()) {
                try {
                    JsonNode result = known.getValue().answer(asked.at(matcher));
                    if (lost) {
                        answer(response, 502, NOTHING);
                    } else {
                        answer(response, result.isEmpty() ? 204 : 200, result);
                    }
                } catch (Refused refused) {
                    answer(response, refused.status, problem(refused.code, refused.getMessage()));
                }
                return;
            }
        }
        answer(response, 404, problem(0, "404: Not Found: " + call));
    }

    private void refuse(HttpServletResponse response, Faults.Refusal fault) throws IOException {
        if (fault.status == 429) {
            tooMany(response, fault.retryAfterSeconds);
        } else {
            answer(response, fault.status, problem(fault.code, "refused on demand"));
        }
    }

    private static void tooMany(HttpServletResponse response, int seconds) throws IOException {
        response.setHeader("Retry-After", String.valueOf(seconds));
        response.setHeader("X-RateLimit-Scope", "user");
        answer(
                response,
                429,
                State.JSON
                        .createObjectNode()
                        .put("message", "You are being rate limited.")
                        .put("retry_after", (double) seconds)
                        .put("global", false));
    }

    private static JsonNode problem(int code, @Nullable String message) {
        return State.JSON.createObjectNode().put("code", code).put("message", message);
    }

    private static void answer(HttpServletResponse response, int status, JsonNode body) throws IOException {
        response.setStatus(status);
        if (status != 204) {
            response.setContentType("application/json");
            response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void download(String path, HttpServletResponse response) throws IOException {
        byte[] content = state.file(path.split("/", -1)[2]);
        if (content == null) {
            response.setStatus(404);
        } else {
            response.getOutputStream().write(content);
        }
    }

    private JsonNode direct(Asked asked) {
        String channel = state.direct(asked.body.path("recipient_id").asString());
        return found(state.channelJson(channel));
    }

    private JsonNode commands(Asked asked) {
        state.change(() -> {
            state.commands.clear();
            asked.body.forEach(command -> state.commands.add(((ObjectNode) command)
                    .put("id", state.id())
                    .put("application_id", state.botId())
                    .put("version", state.id())));
        });
        return State.JSON.createArrayNode().addAll(state.commands);
    }

    private JsonNode post(Asked asked) {
        ObjectNode channel = found(state.channelJson(asked.part(1)));
        if (faults.closedDirectMessages && channel.path("type").asInt() == 1) {
            throw new Refused(403, 50007, "Cannot send messages to this user");
        }
        Rules.check(asked.body, asked.files);
        return state.post(asked.part(1), state.bot, asked.body, asked.files, false);
    }

    private JsonNode history(Asked asked) {
        List<ObjectNode> latest = state.messages(asked.part(1)).reversed();
        return State.JSON.createArrayNode().addAll(latest.subList(0, Math.min(latest.size(), 50)));
    }

    private JsonNode edit(Asked asked) {
        ObjectNode message = known(asked.part(2));
        Rules.check(asked.body, asked.files);
        state.edit(message, asked.body, asked.files);
        return message;
    }

    private JsonNode delete(Asked asked) {
        known(asked.part(2));
        state.remove(asked.part(2));
        return NOTHING;
    }

    private JsonNode thread(Asked asked) {
        known(asked.part(2));
        String name = asked.body.path("name").asString();
        if (name.isBlank() || name.length() > 100) {
            throw new Refused(400, 50035, "Invalid Form Body");
        }
        ObjectNode thread = state.thread(asked.part(1), asked.part(2), name)
                .orElseThrow(() -> new Refused(400, 160004, "A thread has already been created for this message"));
        gateway.dispatch("THREAD_CREATE", thread.deepCopy().put("newly_created", true));
        return thread;
    }

    private JsonNode respond(Asked asked) {
        State.Interaction interaction = state.read(() -> state.interactions.get(asked.part(1)));
        if (interaction == null || !interaction.token.equals(asked.part(2)) || over(interaction, FIRST_RESPONSE)) {
            throw new Refused(404, 10062, "Unknown interaction");
        }
        if (interaction.response != 0) {
            throw new Refused(400, 40060, "Interaction has already been acknowledged.");
        }
        int type = asked.body.path("type").asInt();
        JsonNode data = asked.body.path("data");
        ObjectNode response = State.JSON.createObjectNode();
        response.set("interaction", State.JSON.createObjectNode().put("id", interaction.id));
        state.change(() -> {
            switch (type) {
                case 4 -> first(interaction, data, asked.files, response);
                case 5 -> interaction.ephemeral = data.path("flags").asInt() == State.EPHEMERAL;
                case 7 -> {
                    Rules.check(data, asked.files);
                    state.edit(known(String.valueOf(interaction.message)), data, asked.files);
                }
                case 8 -> interaction.completions = Rules.completions(data.path("choices"));
                case 9 -> interaction.modal = Rules.modal(data);
                default -> {}
            }
            interaction.response = type;
        });
        return response;
    }

    private void first(State.Interaction interaction, JsonNode data, Map<String, byte[]> files, ObjectNode response) {
        Rules.check(data, files);
        boolean ephemeral = (data.path("flags").asInt() & State.EPHEMERAL) != 0;
        ObjectNode message = state.post(interaction.channel, state.bot, data, files, ephemeral);
        message.put("to", ephemeral ? interaction.user : "");
        interaction.original = message.path("id").asString();
        ObjectNode resource = State.JSON.createObjectNode().put("type", 4);
        resource.set("message", message);
        response.set("resource", resource);
    }

    private JsonNode followUp(Asked asked) {
        State.Interaction interaction = byToken(asked.part(1));
        Rules.check(asked.body, asked.files);
        boolean ephemeral = (asked.body.path("flags").asInt() & State.EPHEMERAL) != 0
                || (interaction.response == 5 && interaction.original == null && interaction.ephemeral);
        ObjectNode message = state.post(interaction.channel, state.bot, asked.body, asked.files, ephemeral);
        state.change(() -> {
            message.put("to", ephemeral ? interaction.user : "");
            message.put("token", interaction.token);
            if (interaction.response == 5 && interaction.original == null) {
                interaction.original = message.path("id").asString();
            }
        });
        return message;
    }

    private JsonNode editFollowUp(Asked asked) {
        State.Interaction interaction = byToken(asked.part(1));
        Rules.check(asked.body, asked.files);
        if (asked.part(2).equals("@original") && interaction.original == null) {
            ObjectNode message =
                    state.post(interaction.channel, state.bot, asked.body, asked.files, interaction.ephemeral);
            state.change(() -> {
                message.put("to", interaction.ephemeral ? interaction.user : "");
                interaction.original = message.path("id").asString();
            });
            return message;
        }
        ObjectNode message = known(own(interaction, asked.part(2)));
        state.edit(message, asked.body, asked.files);
        return message;
    }

    private JsonNode deleteFollowUp(Asked asked) {
        State.Interaction interaction = byToken(asked.part(1));
        state.remove(own(interaction, asked.part(2)));
        return NOTHING;
    }

    private static String own(State.Interaction interaction, String id) {
        return id.equals("@original") ? String.valueOf(interaction.original) : id;
    }

    private State.Interaction byToken(String token) {
        return state.read(() -> state.interactions.values().stream()
                .filter(interaction -> interaction.token.equals(token) && !over(interaction, TOKEN_LASTS))
                .findFirst()
                .orElseThrow(() -> new Refused(401, 50027, "Invalid Webhook Token")));
    }

    private boolean over(State.Interaction interaction, Duration lasts) {
        return state.clock.instant().isAfter(interaction.at.plus(lasts));
    }

    private ObjectNode known(String message) {
        ObjectNode known = state.message(message);
        if (known == null) {
            throw new Refused(404, 10008, "Unknown Message");
        }
        return known;
    }

    private static ObjectNode found(@Nullable ObjectNode channel) {
        if (channel == null) {
            throw new Refused(404, 10003, "Unknown Channel");
        }
        return channel;
    }

    /** One call. */
    private interface Call {
        JsonNode answer(Asked asked);
    }

    /** What a call brings. */
    private record Asked(@Nullable Matcher path, JsonNode body, Map<String, byte[]> files) {

        String part(int group) {
            return path == null ? "" : path.group(group);
        }

        Asked at(Matcher matched) {
            return new Asked(matched, body, files);
        }

        static Asked of(HttpServletRequest request) throws IOException, ServletException {
            String type = String.valueOf(request.getContentType());
            if (!type.startsWith("multipart/")) {
                String text = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Asked(null, text.isBlank() ? NOTHING : State.JSON.readTree(text), Map.of());
            }
            JsonNode body = NOTHING;
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (Part part : request.getParts()) {
                byte[] content = part.getInputStream().readAllBytes();
                if (part.getName().equals("payload_json")) {
                    body = State.JSON.readTree(content);
                } else {
                    files.put(part.getSubmittedFileName(), content);
                }
            }
            return new Asked(null, body, files);
        }
    }
}
