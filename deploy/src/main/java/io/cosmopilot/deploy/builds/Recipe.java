package io.cosmopilot.deploy.builds;

import java.nio.file.Path;
import java.util.List;

import io.cosmopilot.deploy.Builds.Base;

/**
 * How code becomes an image.
 *
 * @param files what is copied: a file or a directory
 * @param target where to
 * @param start the program and its arguments; empty when the base image knows
 * @param port on which it usually listens
 */
record Recipe(Base base, Path files, String target, List<String> start, int port) {

    static Recipe of(Base base, Code code) {
        var all = code.directory();
        return switch (base.language()) {
            case "java" ->
                code.ending(".jar")
                        .map(jar -> new Recipe(
                                base,
                                all.resolve(jar),
                                "/app/app.jar",
                                List.of("java", "-jar", "/app/app.jar"),
                                base.port()))
                        .orElseThrow(() -> missing(base, "*.jar"));
            case "tomcat" ->
                new Recipe(
                        base,
                        code.ending(".war").map(all::resolve).orElse(all),
                        "/usr/local/tomcat/webapps/ROOT" + (code.ending(".war").isPresent() ? ".war" : ""),
                        List.of(),
                        base.port());
            case "node" -> new Recipe(base, all, "/app", List.of("node", "/app/" + code.main()), base.port());
            case "python" ->
                code.python()
                        .map(file -> new Recipe(base, all, "/app", List.of("python", "/app/" + file), base.port()))
                        .orElseThrow(() -> missing(base, "*.py"));
            case "php" -> new Recipe(base, all, "/var/www/html", List.of(), base.port());
            case "go" ->
                code.program()
                        .map(file -> new Recipe(
                                base, all.resolve(file), "/app/" + file, List.of("/app/" + file), base.port()))
                        .orElseThrow(() -> missing(base, "ELF"));
            case "static" -> new Recipe(base, all, "/usr/share/nginx/html", List.of(), base.port());
            default -> throw new BuildException("base-unknown", base.id());
        };
    }

    private static BuildException missing(Base base, String what) {
        return new BuildException("nothing-to-start", base.language(), what);
    }
}
