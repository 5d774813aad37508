package io.cosmopilot.bot.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import io.cosmopilot.CosmopilotApplication;

/** The application as its main method starts it, with everything it keeps in one directory, on free ports. */
record Assembled(ConfigurableApplicationContext context) implements AutoCloseable {

    static final String PASSWORD = "Journey-2026!";

    static Assembled start(Path data, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--cosmopilot.data=" + data,
                "--cosmopilot.sandbox.password=" + PASSWORD,
                "--cosmopilot.sandbox.ingress-port=0",
                "--cosmopilot.sandbox.tempo=400ms",
                "--server.port=0"));
        arguments.addAll(List.of(more));
        return new Assembled(SpringApplication.run(CosmopilotApplication.class, arguments.toArray(String[]::new)));
    }

    String address() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
