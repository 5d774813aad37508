package io.cosmopilot.deploy.builds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Builds.Base;

/** The base images that code is put on: those that are shipped, and those that are configured in their place or besides. */
@Component
class Bases {

    private static final int WEB = 8080;

    private static final Map<String, String> SHIPPED = new LinkedHashMap<>();

    static {
        SHIPPED.put("java-21", "eclipse-temurin:21-jre");
        SHIPPED.put("java-17", "eclipse-temurin:17-jre");
        SHIPPED.put("tomcat-10", "tomcat:10.1-jre21-temurin");
        SHIPPED.put("tomcat-9", "tomcat:9.0-jre17-temurin");
        SHIPPED.put("node-22", "node:22-slim");
        SHIPPED.put("node-20", "node:20-slim");
        SHIPPED.put("python-3.13", "python:3.13-slim");
        SHIPPED.put("python-3.11", "python:3.11-slim");
        SHIPPED.put("php-8.4", "php:8.4-apache");
        SHIPPED.put("go-static", "gcr.io/distroless/static-debian12");
        SHIPPED.put("static-nginx", "nginx:1.27-alpine");
    }

    private final Map<String, String> images = new LinkedHashMap<>(SHIPPED);

    Bases(BuildSettings settings) {
        images.putAll(settings.bases());
    }

    List<Base> all() {
        return images.entrySet().stream()
                .map(entry -> base(entry.getKey(), entry.getValue()))
                .toList();
    }

    Optional<Base> find(String id) {
        return Optional.ofNullable(images.get(id)).map(image -> base(id, image));
    }

    private static Base base(String id, String image) {
        int dash = id.indexOf('-');
        var language = dash < 0 ? id : id.substring(0, dash);
        return new Base(id, language, dash < 0 ? "" : id.substring(dash + 1), image, port(language));
    }

    private static int port(String language) {
        return switch (language) {
            case "node" -> 3000;
            case "python" -> 8000;
            case "php", "static" -> 80;
            default -> WEB;
        };
    }
}
