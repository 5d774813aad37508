package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.SlackApiException;
import com.slack.api.socket_mode.SocketModeClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import io.cosmopilot.adapters.words.WordsForReader;
import io.cosmopilot.conversations.Address;
import io.cosmopilot.conversations.ChatAdapter;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Reception;

/** Slack as a channel. In Socket Mode it needs no public address; each replica has sockets of its own. */
final class SlackChannel implements ChatAdapter, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SlackChannel.class);
    private static final long PAUSE_MILLIS = 5_000;

    private final SlackProperties properties;
    private final App app;
    private final SlackWeb web;
    private final Function<Reception, SlackEars> ears;
    private final WordsForReader words;
    private final Function<String, String> pages;
    private final List<SocketModeApp> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    SlackChannel(
            SlackProperties properties,
            App app,
            SlackWeb web,
            Function<Reception, SlackEars> ears,
            WordsForReader words,
            Function<String, String> pages) {
        this.properties = properties;
        this.app = app;
        this.web = web;
        this.ears = ears;
        this.words = words;
        this.pages = pages;
    }

    @Override
    public String channel() {
        return "slack";
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public Optional<Support> support() {
        return properties.supportChannels().isEmpty()
                ? Optional.empty()
                : Optional.of(new Support(properties.supportChannels(), properties.locale()));
    }

    @Override
    public boolean ready() {
        return !closed;
    }

    /** Slack may be away when we start: then it is tried until it is there. */
    @Override
    public void open(Reception reception) {
        SlackEars listener = ears.apply(reception);
        listener.listenThrough(app);
        Thread.ofVirtual().name("slack").start(() -> connect(listener));
    }

    @Override
    public Delivery deliver(Address to, Message message) {
        Rendered rendered = SlackRenderer.render(to, message, words.in(to.locale()), pages);
        String remote = to.remote();
        if (remote != null) {
            return web.update(remote, to.place(), to.thread(), rendered, to.key());
        }
        if (to.again()) {
            try {
                Optional<String> arrived = web.find(to.place(), to.thread(), to.key());
                if (arrived.isPresent()) {
                    return Delivery.delivered(arrived.get());
                }
            } catch (IOException | SlackApiException e) {
                return Delivery.unknown("whether it arrived cannot be seen: " + e.getMessage());
            }
        }
        return web.post(to.place(), to.thread(), rendered, to.key());
    }

    /** How many sockets are open. */
    int sockets() {
        return sockets.size();
    }

    @Override
    public void destroy() throws Exception {
        closed = true;
        for (SocketModeApp socket : sockets) {
            socket.close();
        }
        app.stop();
    }

    private void connect(SlackEars listener) {
        Optional<SlackWeb.Identity> identity = web.identity();
        while (identity.isEmpty() && !closed) {
            pause();
            identity = web.identity();
        }
        identity.ifPresent(known -> listener.of(known.team()));
        app.start();
        while (properties.socketMode() && sockets.size() < properties.sockets() && !closed) {
            try {
                SocketModeApp socket =
                        new SocketModeApp(properties.appToken(), SocketModeClient.Backend.JavaWebSocket, app);
                socket.startAsync();
                sockets.add(socket);
            } catch (Exception e) {
                log.warn("a socket to Slack could not be opened: {}", e.getMessage());
                pause();
            }
        }
        log.info("Slack is connected: {}", properties);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
