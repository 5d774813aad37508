package io.cosmopilot.adapters.slack;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import org.jspecify.annotations.Nullable;

/** The sockets of this replica; each comes back by itself when it breaks. */
final class SlackSockets {

    private final List<SocketModeApp> all = new CopyOnWriteArrayList<>();
    private final App app;
    private final @Nullable String token;

    /** @param token {@code xapp-…} */
    SlackSockets(App app, @Nullable String token) {
        this.app = app;
        this.token = token;
    }

    /** Opens one more. */
    void open() throws Exception {
        SocketModeApp socket = new SocketModeApp(token, SocketModeClient.Backend.JavaWebSocket, app);
        socket.startAsync();
        all.add(socket);
    }

    int opened() {
        return all.size();
    }

    /** How many answer a ping. */
    int alive() {
        return (int) all.stream()
                .map(SocketModeApp::getClient)
                .flatMap(client -> Optional.ofNullable(client).stream())
                .filter(SocketModeClient::verifyConnection)
                .count();
    }

    void close() throws Exception {
        for (SocketModeApp socket : all) {
            socket.close();
        }
    }
}
