package io.cosmopilot.adapters.webchat;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/** Where the socket is, and which sites may open it: this one, and those of the allow-list. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
@EnableScheduling
class WebchatRoutes implements WebSocketConfigurer {

    private final ChatSocket socket;
    private final List<String> origins;

    WebchatRoutes(ChatSocket socket, WebchatProperties properties) {
        this.socket = socket;
        this.origins = properties.allowedOrigins();
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, "/webchat/socket").setAllowedOrigins(origins.toArray(String[]::new));
    }

    /** A site that embeds the widget loads its script from here, and speaks to its calls with a token. */
    @Bean
    static CorsConfigurationSource corsConfigurationSource(WebchatProperties properties) {
        UrlBasedCorsConfigurationSource sources = new UrlBasedCorsConfigurationSource();
        CorsConfiguration widget = new CorsConfiguration();
        widget.setAllowedOrigins(properties.allowedOrigins());
        widget.setAllowedMethods(List.of("GET", "HEAD", "POST", "PATCH"));
        widget.setAllowedHeaders(List.of("*"));
        widget.setExposedHeaders(List.of("Location", "Upload-Offset", "Upload-Length", "Upload-Expires"));
        widget.setAllowCredentials(true);
        sources.registerCorsConfiguration("/webchat/**", widget);
        sources.registerCorsConfiguration("/api/webchat/**", widget);
        return sources;
    }
}
