package io.cosmopilot.deploy.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;

import io.cosmopilot.deploy.sandbox.cluster.Cluster;
import io.cosmopilot.deploy.sandbox.control.ControlLoop;
import io.cosmopilot.deploy.sandbox.control.Pace;
import io.cosmopilot.deploy.sandbox.http.ApiServer;
import io.cosmopilot.deploy.sandbox.ingress.IngressListener;
import io.cosmopilot.deploy.sandbox.store.Store;

/** A running sandbox cluster: its API, its controllers and its ingress, on the loopback interface alone. */
public final class Sandbox implements AutoCloseable {

    private final Store store;
    private final ControlLoop loop;
    private final ApiServer api;
    private final IngressListener ingress;
    private final String token;

    private Sandbox(Store store, ControlLoop loop, ApiServer api, IngressListener ingress, String token) {
        this.store = store;
        this.loop = loop;
        this.api = api;
        this.ingress = ingress;
        this.token = token;
    }

    /** Starts the cluster with everything that was in its directory. */
    public static Sandbox start(SandboxSettings settings) {
        return start(settings, InstantSource.system());
    }

    static Sandbox start(SandboxSettings settings, InstantSource clock) {
        Store store = Store.open(settings.directory());
        try {
            Cluster cluster = new Cluster(store, clock, Equipment.rules(store));
            Furniture.placeIn(cluster);
            Pace pace = new Pace(clock, settings.tempo());
            ControlLoop loop =
                    new ControlLoop(store, clock, pace, Equipment.controllers(cluster, pace, settings.missingImages()));
            String token = token();
            ApiServer api = ApiServer.start(cluster, token);
            IngressListener ingress = IngressListener.start(store, settings.ingressPort());
            loop.start();
            return new Sandbox(store, loop, api, ingress, token);
        } catch (IOException e) {
            store.close();
            throw new UncheckedIOException("The sandbox cannot listen on 127.0.0.1: " + e.getMessage(), e);
        }
    }

    private static String token() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** How a client reaches this cluster, and no other: nothing is read from the environment or a kubeconfig. */
    public Config clientConfig() {
        return new ConfigBuilder()
                .withAutoConfigure(false)
                .withMasterUrl("http://127.0.0.1:" + api.port())
                .withOauthToken(token)
                .withNamespace("default")
                .withHttp2Disable(true)
                .withOnlyHttpWatches(true)
                .withUserAgent("cosmopilot")
                .build();
    }

    /** Where deployed applications answer on 127.0.0.1; it differs from the wanted port when that was taken. */
    public int ingressPort() {
        return ingress.port();
    }

    /** Ends all open watches, as API servers do now and then. */
    void endWatches() {
        store.endSubscriptions();
    }

    @Override
    public void close() {
        ingress.close();
        api.close();
        loop.close();
        store.close();
    }
}
