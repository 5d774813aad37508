package io.cosmopilot.adapters.discord;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** Connects to Discord, or to what stands in for it on another address. */
final class Connector implements Seat.Connecting {

    /** What people write to the bot, and what agents write in threads. */
    private static final List<GatewayIntent> INTENTS =
            List.of(GatewayIntent.DIRECT_MESSAGES, GatewayIntent.GUILD_MESSAGES, GatewayIntent.MESSAGE_CONTENT);

    private static final int LONGEST_PAUSE_SECONDS = 32;

    private final DiscordProperties settings;
    private final EventListener ear;

    Connector(DiscordProperties settings, EventListener ear) {
        this.settings = settings;
        this.ear = ear;
    }

    @Override
    public JDA connect() {
        JDABuilder builder = JDABuilder.createLight(Objects.requireNonNull(settings.token()), INTENTS)
                .setRestConfig(new RestConfig().setBaseUrl(settings.api().toString()))
                .setMaxReconnectDelay(LONGEST_PAUSE_SECONDS)
                .setEnableShutdownHook(false)
                .addEventListeners(ear);
        URI gateway = settings.gateway();
        if (gateway != null) {
            builder.setCompression(Compression.NONE).setSessionController(new Elsewhere(gateway.toString()));
        }
        return builder.build();
    }

    /** The SDK takes the REST address from its configuration, but has the gateway's fixed. */
    private static final class Elsewhere extends ConcurrentSessionController {

        private final String gateway;

        private Elsewhere(String gateway) {
            this.gateway = gateway;
        }

        @Override
        public String getGateway() {
            return gateway;
        }
    }
}
