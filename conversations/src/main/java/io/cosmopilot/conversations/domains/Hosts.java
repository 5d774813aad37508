package io.cosmopilot.conversations.domains;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Domains;
import io.cosmopilot.deploy.Problem;

/** Reads which application is to answer, and where. */
@Component
class Hosts {

    private static final String APPLICATION = "application";

    /** "web.example.com:8080": which port it is has been asked already. */
    private static final Pattern PORT = Pattern.compile("^([^/:]+):[0-9]{1,5}(?=/|$)");

    /** Ports behind which somebody usually speaks HTTP. */
    private static final Set<Integer> HTTP = Set.of(80, 8080, 8000, 8081, 8888, 3000, 4200, 5000, 9000, 9200, 15672);

    private final Applications applications;
    private final Domains domains;

    Hosts(Applications applications, Domains domains) {
        this.applications = applications;
        this.domains = domains;
    }

    List<Application> applications(Scene scene) {
        return scene.once("applications", () -> applications.of(scene.person()));
    }

    Optional<Application> application(Scene scene) {
        return scene.answers()
                .find(APPLICATION)
                .flatMap(name -> scene.once("application " + name, () -> applications.find(scene.person(), name)));
    }

    List<Block.Choice> applicationChoices(Scene scene) {
        return applications(scene).stream()
                .map(application -> Block.Choice.of(application.name(), application.name()))
                .toList();
    }

    Answer readApplication(Scene scene, Input input) {
        String said = said(input);
        return applications.find(scene.person(), said).isPresent()
                ? Answer.accepted(APPLICATION, said)
                : Answer.notMeant();
    }

    Optional<String> proposal(Scene scene) {
        return application(scene).flatMap(found -> domains.propose(found.name(), found.space()));
    }

    List<Integer> ports(Scene scene) {
        return application(scene).map(Application::ports).orElse(List.of());
    }

    /** The first that usually speaks HTTP. */
    Optional<Integer> usualPort(Scene scene) {
        return ports(scene).stream().filter(HTTP::contains).findFirst();
    }

    /** The usual one is recommended. */
    List<Block.Choice> portChoices(Scene scene) {
        Optional<Integer> usual = usualPort(scene);
        return ports(scene).stream()
                .map(port -> new Block.Choice(
                        String.valueOf(port),
                        String.valueOf(port),
                        usual.filter(port::equals).isPresent() ? Block.Style.PRIMARY : Block.Style.PLAIN))
                .toList();
    }

    /** The chosen port, or the only one, or the usual one. */
    int port(Scene scene) {
        return scene.answers()
                .find("port")
                .map(Integer::valueOf)
                .or(() -> usualPort(scene))
                .or(() -> ports(scene).stream().findFirst())
                .orElse(80);
    }

    Answer readPort(Scene scene, Input input) {
        String said = said(input);
        return ports(scene).stream().map(String::valueOf).anyMatch(said::equals)
                ? Answer.accepted("port", said)
                : Answer.notMeant();
    }

    /** Hosts separated by commas or blanks; a path behind one is the path. */
    Answer readHosts(Scene scene, Input input) {
        String said = said(input);
        if (said.isEmpty()) {
            return Answer.notMeant();
        }
        String text = said.startsWith("use:") ? said.substring(4) : said;
        Map<String, String> values = new HashMap<>();
        List<String> hosts = Arrays.stream(text.split("[\\s,，、;；]+", -1))
                .map(word -> PORT.matcher(word.replaceFirst("^https?://", "")).replaceFirst("$1"))
                .filter(word -> !word.isEmpty())
                .map(word -> withoutPath(word, values))
                .distinct()
                .toList();
        List<Problem> problems = domains.check(scene.person(), hosts, List.of(values.getOrDefault("path", "/")));
        values.put("host", String.join(" ", hosts));
        if (!scene.answers().has(APPLICATION)) {
            meant(scene, hosts.getFirst()).ifPresent(application -> values.put(APPLICATION, application));
        }
        return problems.isEmpty() ? new Answer.Accepted(values) : refused(problems);
    }

    /** The application that is called like the host, or the only one there is. */
    private Optional<String> meant(Scene scene, String host) {
        List<String> names = applications(scene).stream().map(Application::name).toList();
        String first = host.replaceFirst("\\..*", "");
        return names.size() == 1
                ? Optional.of(names.getFirst())
                : names.stream().filter(first::equals).findFirst();
    }

    /** A path is checked together with its host: said before there is one, it is kept until then. */
    Answer readPaths(Scene scene, Input input) {
        String said = said(input);
        List<String> paths = Arrays.stream(said.split("[\\s,，、;；]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (paths.isEmpty() || !scene.answers().has("host") || !paths.getFirst().startsWith("/")) {
            return Answer.notMeant();
        }
        List<Problem> problems = domains.check(scene.person(), hosts(scene), paths);
        return problems.isEmpty() ? Answer.accepted("path", String.join(" ", paths)) : refused(problems);
    }

    List<String> hosts(Scene scene) {
        return List.of(scene.answers().get("host").split(" ", -1));
    }

    List<String> paths(Scene scene) {
        return List.of(scene.answers().find("path").orElse("/").split(" ", -1));
    }

    private static String withoutPath(String word, Map<String, String> values) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return word;
        }
        if (slash < word.length() - 1) {
            values.merge("path", word.substring(slash), (one, other) -> one.equals(other) ? one : one + " " + other);
        }
        return word.substring(0, slash);
    }

    private static Answer refused(List<Problem> problems) {
        return new Answer.Refused(Map.of("", List.<MessageSourceResolvable>copyOf(problems)));
    }

    private static String said(Input input) {
        return switch (input) {
            case Input.Text text -> text.text().strip();
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
    }
}
