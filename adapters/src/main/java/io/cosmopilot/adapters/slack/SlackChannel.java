package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.slack.api.bolt.App;
import com.slack.api.methods.SlackApiException;
import org.jspecify.annotations.Nullable;
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
    private final SlackSockets sockets;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean known;
    private volatile @Nullable String trouble;

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
        this.sockets = new SlackSockets(app, properties.appToken());
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
        return !closed();
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

    /** How many sockets are alive. */
    int sockets() {
        return sockets.alive();
    }

    /** Whether Slack has told us who we are there. */
    boolean known() {
        return known;
    }

    /** What is in the way of it; empty when nothing is. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    @Override
    public void destroy() throws Exception {
        closing.countDown();
        sockets.close();
        app.stop();
    }

    private void connect(SlackEars listener) {
        attempt(() -> {
            listener.of(web.identity().team());
            known = true;
        });
        app.start();
        while (properties.socketMode() && sockets.opened() < properties.sockets() && !closed()) {
            attempt(sockets::open);
        }
        log.info("Slack is connected: {}", properties);
    }

    /** Again and again, until it is done, or nobody wants it any more. */
    private void attempt(Step step) {
        boolean done = false;
        while (!done && !closed()) {
            try {
                step.take();
                trouble = null;
                done = true;
            } catch (Exception e) {
                trouble = "Slack cannot be reached, or refuses: " + e.getMessage();
                log.warn("{}", trouble);
                pause();
            }
        }
    }

    /** Ends at once when nobody wants the channel any more. */
    private void pause() {
        try {
            closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private interface Step {
        void take() throws Exception;
    }
}
