package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.model.Message;
import com.slack.api.model.User;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.conversations.Delivery;

/** Slack's Web API as far as it is used, with what can go wrong told as deliveries tell it. */
final class SlackWeb {

    private static final Logger log = LoggerFactory.getLogger(SlackWeb.class);
    private static final String KEY = "key";
    private static final String EVENT = "cosmopilot_message";
    private static final int LOOK_BACK = 50;
    private static final int TOO_MANY = 429;
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** What waiting mends. */
    private static final Set<String> PASSING = Set.of(
            "account_inactive",
            "fatal_error",
            "internal_error",
            "invalid_auth",
            "missing_scope",
            "not_authed",
            "ratelimited",
            "rate_limited",
            "request_timeout",
            "service_unavailable",
            "team_added_to_org",
            "token_expired",
            "token_revoked");

    private static final Set<String> GONE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "is_inactive");
    private static final Set<String> UNSHOWABLE =
            Set.of("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long");

    private final MethodsClient slack;
    private final JsonMapper json;

    SlackWeb(MethodsClient slack, JsonMapper json) {
        this.slack = slack;
        this.json = json;
    }

    /** Writes a new message; what Slack refuses to show as blocks is shown as text. */
    Delivery post(String place, @Nullable String thread, Rendered message, String key) {
        return guarded(() -> {
            ChatPostMessageResponse posted = posted(place, thread, message, key, true);
            if (!posted.isOk() && UNSHOWABLE.contains(String.valueOf(posted.getError()))) {
                log.warn("Slack refuses the blocks of {}: {}", key, posted.getResponseMetadata());
                posted = posted(place, thread, message, key, false);
            }
            if (!posted.isOk()) {
                return refused(posted);
            }
            attach(posted.getChannel(), thread == null ? null : ts(thread), message.files());
            return Delivery.delivered(posted.getChannel() + "/" + posted.getTs());
        });
    }

    /** Edits a message; where it is gone there will be a new one. */
    Delivery update(String remote, String place, @Nullable String thread, Rendered message, String key) {
        Delivery edited = guarded(() -> {
            SlackApiTextResponse response = slack.chatUpdate(request -> request.channel(channel(remote))
                    .ts(ts(remote))
                    .text(message.text())
                    .blocksAsString(json.writeValueAsString(message.blocks())));
            return response.isOk() ? Delivery.delivered(remote) : refused(response);
        });
        boolean gone = edited instanceof Delivery.Undeliverable dead && GONE.contains(dead.because());
        return gone ? post(place, thread, message, key) : edited;
    }

    /** The message with this key, when an earlier attempt to write it did arrive. */
    Optional<String> find(String place, @Nullable String thread, String key) throws IOException, SlackApiException {
        String channel = place.startsWith("U") || place.startsWith("W") ? direct(place) : place;
        List<Message> latest = thread == null
                ? slack.conversationsHistory(request ->
                                request.channel(channel).limit(LOOK_BACK).includeAllMetadata(true))
                        .getMessages()
                : slack.conversationsReplies(request -> request.channel(channel)
                                .ts(ts(thread))
                                .limit(LOOK_BACK)
                                .includeAllMetadata(true))
                        .getMessages();
        return (latest == null ? List.<Message>of() : latest)
                .stream()
                        .filter(message -> key.equals(keyOf(message)))
                        .map(message -> channel + "/" + message.getTs())
                        .findFirst();
    }

    /** Says something to one person only, where they are. */
    void whisper(String channel, @Nullable String thread, String user, String text) {
        attempt(
                "a private answer",
                () -> slack.chatPostEphemeral(request ->
                        request.channel(channel).user(user).threadTs(thread).text(Mrkdwn.of(text))));
    }

    void open(String trigger, Map<String, Object> modal) {
        attempt(
                "a form",
                () -> slack.viewsOpen(
                        request -> request.triggerId(trigger).viewAsString(json.writeValueAsString(modal))));
    }

    void home(String user, Map<String, Object> view) {
        attempt(
                "the home tab",
                () -> slack.viewsPublish(request -> request.userId(user).viewAsString(json.writeValueAsString(view))));
    }

    Optional<User> user(String id) {
        try {
            return Optional.ofNullable(
                    slack.usersInfo(request -> request.user(id).includeLocale(true))
                            .getUser());
        } catch (IOException | SlackApiException e) {
            log.info("Slack tells nothing about {}: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The id of the workspace, and of the bot in it.
     *
     * @throws IOException with what Slack says against it
     */
    Identity identity() throws IOException {
        try {
            var told = slack.authTest(request -> request);
            if (!told.isOk()) {
                throw new IOException(told.getError());
            }
            return new Identity(told.getTeamId(), told.getUserId());
        } catch (SlackApiException e) {
            throw new IOException("HTTP " + e.getResponse().code(), e);
        }
    }

    static String channel(String remote) {
        return remote.substring(0, remote.indexOf('/'));
    }

    static String ts(String remote) {
        return remote.substring(remote.indexOf('/') + 1);
    }

    private ChatPostMessageResponse posted(
            String place, @Nullable String thread, Rendered message, String key, boolean blocks)
            throws IOException, SlackApiException {
        return slack.chatPostMessage(request -> request.channel(place)
                .threadTs(thread == null ? null : ts(thread))
                .text(message.text())
                .blocksAsString(blocks ? json.writeValueAsString(message.blocks()) : null)
                .metadata(Message.Metadata.builder()
                        .eventType(EVENT)
                        .eventPayload(Map.of(KEY, key))
                        .build())
                .unfurlLinks(false)
                .unfurlMedia(false));
    }

    private void attach(String channel, @Nullable String thread, List<Rendered.Snippet> files) {
        for (Rendered.Snippet file : files) {
            attempt(
                    "a file",
                    () -> slack.filesUploadV2(request -> request.channel(channel)
                            .threadTs(thread)
                            .filename(file.name())
                            .title(file.name())
                            .content(file.content())));
        }
    }

    private String direct(String user) throws IOException, SlackApiException {
        return slack.conversationsOpen(request -> request.users(List.of(user)))
                .getChannel()
                .getId();
    }

    private static @Nullable String keyOf(Message message) {
        Message.Metadata metadata = message.getMetadata();
        return metadata == null || metadata.getEventPayload() == null
                ? null
                : String.valueOf(metadata.getEventPayload().get(KEY));
    }

    private static Delivery refused(SlackApiTextResponse response) {
        String error = String.valueOf(response.getError());
        return PASSING.contains(error) ? Delivery.tryAgain(A_MINUTE, error) : Delivery.undeliverable(error);
    }

    private static Delivery guarded(Call<Delivery> call) {
        try {
            return call.run();
        } catch (SlackApiException e) {
            return e.getResponse().code() == TOO_MANY
                    ? Delivery.tryAgain(retryAfter(e), "429")
                    : Delivery.unknown("HTTP " + e.getResponse().code());
        } catch (IOException e) {
            return Delivery.unknown(e.getClass().getSimpleName());
        }
    }

    private static Duration retryAfter(SlackApiException e) {
        String seconds = e.getResponse().header("Retry-After");
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : A_MINUTE;
    }

    /** What nobody waits for: it is told in the log when it does not come about. */
    private static void attempt(String what, Call<? extends SlackApiTextResponse> call) {
        try {
            SlackApiTextResponse response = call.run();
            if (!response.isOk()) {
                log.warn("Slack refuses {}: {}", what, response.getError());
            }
        } catch (IOException | SlackApiException e) {
            log.warn("Slack did not take {}: {}", what, e.getMessage());
        }
    }

    /** Who we are there. */
    record Identity(String team, String user) {}

    private interface Call<T> {
        T run() throws IOException, SlackApiException;
    }
}
