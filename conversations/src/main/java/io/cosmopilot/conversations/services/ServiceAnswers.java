package io.cosmopilot.conversations.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.releasing.Ports;
import io.cosmopilot.conversations.releasing.Said;
import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.L4Service;
import io.cosmopilot.deploy.L4Services;
import io.cosmopilot.deploy.Order;
import io.cosmopilot.deploy.Release;
import io.cosmopilot.deploy.Releases;
import io.cosmopilot.deploy.Source;

/** Reads of which application's service it is, and how it shall be. */
@Component
class ServiceAnswers {

    private static final int SHOWN = 5;

    private final Applications applications;
    private final L4Services services;
    private final Releases releases;

    ServiceAnswers(Applications applications, L4Services services, Releases releases) {
        this.applications = applications;
        this.services = services;
        this.releases = releases;
    }

    List<Application> all(Scene scene) {
        return scene.once("applications", () -> applications.of(scene.person()));
    }

    List<Block.Choice> applicationChoices(Scene scene) {
        return all(scene).stream()
                .map(application -> Block.Choice.of(application.name(), application.name()))
                .toList();
    }

    Answer readApplication(Scene scene, Input input) {
        return applications
                .find(scene.person(), Said.of(input))
                .<Answer>map(found -> new Answer.Accepted(Map.of("application", found.name(), "space", found.space())))
                .orElseGet(Answer::notMeant);
    }

    List<L4Service> services(Scene scene) {
        return services.of(scene.person(), scene.answers().get("application"));
    }

    /** The one that was chosen, or the only one. */
    Optional<L4Service> service(Scene scene) {
        List<L4Service> all = services(scene);
        return all.stream()
                .filter(service ->
                        service.name().equals(scene.answers().find("service").orElse("")))
                .findFirst()
                .or(() -> all.size() == 1 ? all.stream().findFirst() : Optional.empty());
    }

    List<Block.Choice> serviceChoices(Scene scene) {
        return services(scene).stream()
                .map(service -> Block.Choice.of("service:" + service.name(), service.name()))
                .toList();
    }

    Answer readService(Scene scene, Input input) {
        String said = Said.of(input, "service:");
        return services(scene).stream().anyMatch(service -> service.name().equals(said))
                ? Answer.accepted("service", said)
                : Answer.notMeant();
    }

    Answer readType(Scene scene, Input input) {
        String said = Said.of(input);
        return Stream.of("ClusterIP", "NodePort")
                .filter(said::equalsIgnoreCase)
                .findFirst()
                .map(type -> Answer.accepted("type", type))
                .orElseGet(Answer::notMeant);
    }

    /** The ports as they are, else the application's. */
    Optional<String> usualPorts(Scene scene) {
        return service(scene)
                .map(L4Service::ports)
                .filter(ports -> !ports.isEmpty())
                .map(Ports::text);
    }

    Answer readPorts(Scene scene, Input input) {
        String said = Said.of(input, "ports:");
        if (said.isEmpty()) {
            return Answer.notMeant();
        }
        return Ports.are(said)
                ? Answer.accepted("ports", said)
                : Answer.refused("conversations.service.ports.form", said.length() > 40 ? "…" : said);
    }

    /** How it is now, with a preview of what its selector matches. */
    String described(Scene scene) {
        List<String> lines = services(scene).stream()
                .map(service -> described(scene, service))
                .toList();
        return lines.isEmpty() ? scene.say("none") : String.join("\n", lines);
    }

    String described(Scene scene, L4Service service) {
        String selector = service.selector().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        String pods = service.pods().isEmpty()
                ? scene.say("pods.none")
                : scene.say("pods", service.pods().size(), shown(service.pods()));
        return scene.say("line", service.name(), service.type(), Ports.text(service.ports()), selector, pods);
    }

    Order order(Scene scene) {
        String application = scene.answers().get("application");
        String space = scene.answers().get("space");
        String current = releases.history(space, application).stream()
                .filter(Release::current)
                .map(Release::id)
                .findFirst()
                .orElse("");
        return new Order(
                application,
                space,
                new Source.Earlier(current),
                List.of(new Adjustment.Exposure(
                        service(scene).map(L4Service::name).orElse(null),
                        scene.answers().get("type"),
                        Ports.of(scene.answers().get("ports")))));
    }

    private static String shown(List<String> pods) {
        String some = pods.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return pods.size() > SHOWN ? some + " …" : some;
    }
}
