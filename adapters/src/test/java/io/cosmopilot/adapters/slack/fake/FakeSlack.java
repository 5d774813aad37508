package io.cosmopilot.adapters.slack.fake;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A Slack with one team and one app. Time passes by {@link #pass} only. */
public final class FakeSlack implements AutoCloseable {

    public static final String TEAM = "T0001";
    public static final String BOT_TOKEN = "xoxb-1-made-up";
    public static final String APP_TOKEN = "xapp-1-made-up";
    public static final String SECRET = "made-up-signing-secret";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Workspace workspace = new Workspace();
    private final Faults faults = new Faults();
    private final Events events = new Events(workspace, faults);
    private final Loopback http = new Loopback(workspace, faults, events.sockets());

    // ---- what the app is told

    /** As {@code cosmopilot.slack.api-url}. */
    public String apiUrl() {
        return http.apiAddress().toString();
    }

    /** From now on events go to this address by signed HTTP, not to sockets. */
    public void deliverTo(URI address) {
        events.deliverTo(address);
    }

    public FakeSlack user(String id, String name, String locale) {
        workspace.join(id, name, locale);
        return this;
    }

    // ---- what people do

    /** A direct message. */
    public Told say(String user, String text) {
        return event(Payloads.message(user, "D" + user, text));
    }

    public Told mention(String user, String channel, String text) {
        return event(Payloads.mention(user, channel, text));
    }

    /** A message in the thread below another. */
    public Told reply(String user, Msg root, String text) {
        return event(Payloads.message(user, root.channel, text).put("thread_ts", root.ts));
    }

    /** A file in a direct message; without content it cannot be fetched. */
    public Told share(String user, String name, byte @Nullable [] content, String text) {
        if (content != null) {
            workspace.files.put(name, content);
        }
        return event(Payloads.file(user, name, http.fileAddress(name).toString(), text));
    }

    public Told openHome(String user) {
        return event(Payloads.homeOpened(user));
    }

    public Told command(String user, String channel, String line) {
        String answers = responseUrl(user, channel).toString();
        return events.tell("slash_commands", Payloads.command(user, channel, line, trigger(), answers));
    }

    /** Presses the button with this label or choice. */
    public Told press(String user, Msg message, String choice) {
        JsonNode button =
                message.button(choice).orElseThrow(() -> new AssertionError("no " + choice + " in " + message));
        return act(user, message, Payloads.button(button, workspace.nextTs()));
    }

    /** What the select of a message finds for what is typed. */
    public JsonNode search(String user, Msg message, String typed) {
        Told asked = interact(Payloads.suggestion(user, message, typed, trigger()));
        SlackLimits.optionsFault(asked.answer().path("options")).ifPresent(fault -> {
            throw new AssertionError("Slack shows no such options: " + fault);
        });
        return asked.answer();
    }

    public Told pick(String user, Msg message, String value) {
        return act(user, message, Payloads.option(message, value));
    }

    /** Fills in a modal: texts by field name. */
    public Told submit(String user, Modal modal, Map<String, String> fields) {
        return interact(Payloads.submission(user, modal, fields, trigger()));
    }

    private Told act(String user, Msg message, ObjectNode action) {
        return interact(Payloads.action(user, message, action, trigger()));
    }

    private Told interact(ObjectNode payload) {
        return events.tell("interactive", payload);
    }

    private Told event(ObjectNode event) {
        return events.tell(Told.EVENT, Payloads.event(event, workspace.nextTs(), workspace.now()));
    }

    // ---- what can be seen

    public List<Msg> messages(String channel) {
        return workspace.messages(channel);
    }

    /** The latest message there, once there is one whose text has this in it. */
    public Msg awaitMessage(String channel, String text) {
        await(
                () -> messages(channel).stream()
                        .anyMatch(message -> message.shown().contains(text)),
                () -> text + " in " + channel + ", where there is " + messages(channel));
        return messages(channel).reversed().stream()
                .filter(message -> message.shown().contains(text))
                .findFirst()
                .orElseThrow();
    }

    public Modal awaitModal() {
        await(() -> !workspace.modals.isEmpty(), () -> "a form; refused: " + refusals());
        return workspace.modals.removeLast();
    }

    /** What was last said to somebody alone. */
    public String awaitWhisper(String user) {
        await(() -> whisper(user).isPresent(), () -> "a private answer to " + user);
        Workspace.Whisper last = whisper(user).orElseThrow();
        workspace.whispers.remove(last);
        return last.text();
    }

    private Optional<Workspace.Whisper> whisper(String user) {
        return workspace.whispers.reversed().stream()
                .filter(whisper -> whisper.user().equals(user))
                .findFirst();
    }

    public Optional<JsonNode> home(String user) {
        return Optional.ofNullable(workspace.homes.get(user));
    }

    /** Names of the files that the app has shared. */
    public List<String> shared() {
        return workspace.shared;
    }

    /** Every call of the Web API, by name. */
    public List<String> calls() {
        return http.calls;
    }

    /** Why calls were refused, such as {@code invalid_blocks: …}. */
    public List<String> refusals() {
        return http.refusals;
    }

    public int openSockets() {
        return events.sockets().open().size();
    }

    // ---- what an app is given for a while

    /** With which the app may open one form within three seconds. */
    public String trigger() {
        return workspace.trigger();
    }

    /** Where a command of somebody is answered without a token, five times within half an hour. */
    public URI responseUrl(String user, String channel) {
        return http.responseAddress(user, channel);
    }

    /** A request as Slack signs it. */
    public static HttpRequest signed(URI address, String body, Instant at, String secret, boolean json) {
        return Events.signed(address, body, at, secret, json);
    }

    // ---- time and faults

    public Faults faults() {
        return faults;
    }

    /** Time passes; what was not acknowledged is told again when its time has come. */
    public void pass(Duration time) {
        workspace.pass(time);
        events.timePassed();
    }

    /** Asks all sockets to come back, and closes them. */
    public void disconnect() {
        events.sockets().disconnect();
    }

    /** From now on Slack cannot be reached, and every socket is lost; or it is there again. */
    public void away(boolean now) {
        http.away = now;
        events.sockets().away(now);
    }

    @Override
    public void close() {
        events.close();
        http.close();
    }

    /** Waits until this is so, and says for what it waited in vain. */
    public static void await(BooleanSupplier condition, Supplier<String> what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what.get());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
