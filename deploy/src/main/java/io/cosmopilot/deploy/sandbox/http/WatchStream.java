package io.cosmopilot.deploy.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

import com.sun.net.httpserver.HttpExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.store.Change;
import io.cosmopilot.deploy.sandbox.store.Listing;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Store;
import io.cosmopilot.deploy.sandbox.store.Subscription;

/**
 * A watch: one JSON line a change, for as long as the reader wants to know, with a bookmark at the beginning and when it
 * is quiet.
 */
record WatchStream(Store store, Target target, ApiRequest request) {

    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    void answer(HttpExchange exchange) throws IOException, InterruptedException {
        Predicate<JsonNode> wanted = Reads.selection(target, request);
        boolean fromNow = request.parameter("resourceVersion").isEmpty() || since() == 0;
        Listing now = store.listing(target.kind(), target.namespace());
        try (Subscription subscription = store.watch(target.kind(), fromNow ? now.version() : since());
                OutputStream out = Answer.stream(exchange)) {
            if (fromNow) {
                for (ObjectNode object : now.items()) {
                    if (wanted.test(object)) {
                        write(out, "ADDED", object);
                    }
                }
            }
            // clients count a watch as open once they have read something of it
            mark(fromNow ? now.version() : since(), out);
            follow(subscription, wanted, out);
        }
    }

    private long since() {
        try {
            return Long.parseLong(request.parameter("resourceVersion"));
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("Invalid value: \"%s\": strconv.ParseUint: parsing: invalid syntax"
                    .formatted(request.parameter("resourceVersion")));
        }
    }

    private void follow(Subscription subscription, Predicate<JsonNode> wanted, OutputStream out)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(patience());
        while (Instant.now().isBefore(end) && !subscription.isEnded()) {
            long version = store.version();
            Optional<Change> change = subscription.next(QUIET);
            if (change.isPresent()) {
                tell(change.get(), wanted, out);
            } else if (!subscription.isEnded()) {
                mark(version, out);
            }
        }
    }

    private void mark(long version, OutputStream out) throws IOException {
        if (request.isSet("allowWatchBookmarks")) {
            write(out, "BOOKMARK", bookmark(version));
        }
    }

    private Duration patience() {
        String seconds = request.parameter("timeoutSeconds");
        return seconds.isEmpty() ? LONGEST : Duration.ofSeconds(Long.parseLong(seconds));
    }

    /** An object that no longer fits the selectors is gone for this reader, and one that now does is new. */
    private static void tell(Change change, Predicate<JsonNode> wanted, OutputStream out) throws IOException {
        boolean was = change.before() != null && wanted.test(change.before());
        boolean is = change.type() != Change.Type.DELETED && wanted.test(change.object());
        if (was && is) {
            write(out, "MODIFIED", change.object());
        } else if (is) {
            write(out, "ADDED", change.object());
        } else if (was) {
            write(out, "DELETED", change.object());
        }
    }

    private ObjectNode bookmark(long version) {
        ObjectNode bookmark = Meta.object()
                .put("kind", target.kind().name())
                .put("apiVersion", target.kind().apiVersion());
        bookmark.putObject("metadata").put("resourceVersion", Long.toString(version));
        return bookmark;
    }

    private static void write(OutputStream out, String type, JsonNode object) throws IOException {
        ObjectNode event = Meta.object().put("type", type);
        event.set("object", object);
        out.write((Meta.JSON.writeValueAsString(event) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.flush();
    }
}
