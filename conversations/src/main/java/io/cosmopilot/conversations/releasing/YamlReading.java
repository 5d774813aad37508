package io.cosmopilot.conversations.releasing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.templates.Complaint;
import io.cosmopilot.templates.HostPathPolicy;
import io.cosmopilot.templates.Manifest;
import io.cosmopilot.templates.Rendering;
import io.cosmopilot.templates.Template;
import io.cosmopilot.templates.Templates;
import io.cosmopilot.templates.Variable;

/** Reads Kubernetes YAML that was pasted or uploaded, and tells everything that is wrong with it, and where. */
@Component
public class YamlReading {

    private static final int SHOWN = 8;
    private static final int LARGEST = 256 * 1024;

    private final Templates templates;
    private final Uploads uploads;

    YamlReading(Templates templates, Uploads uploads) {
        this.templates = templates;
        this.uploads = uploads;
    }

    /** The answer {@code yaml}, or why there is none. */
    public Answer read(Scene scene, Input input) {
        return text(scene, input).map(this::judged).orElseGet(Answer::notMeant);
    }

    private Answer judged(String text) {
        if (text.length() > LARGEST) {
            return Answer.refused("conversations.release.yaml.large", String.valueOf(text.length() / 1024));
        }
        List<Complaint> complaints = complaints(templates.read("yaml", text));
        return complaints.isEmpty() ? Answer.accepted("yaml", text) : new Answer.Refused(Map.of("", told(complaints)));
    }

    /** The objects as they are with the examples for what nobody has filled in yet. */
    public List<Manifest> manifests(Template template) {
        return render(template) instanceof Rendering.Rendered rendered ? rendered.manifests() : List.of();
    }

    private static List<Complaint> complaints(Template template) {
        return render(template) instanceof Rendering.Rejected rejected ? rejected.complaints() : List.of();
    }

    /** Whether a directory of the hosts is approved is known once there is a space: the plan says so. */
    private static Rendering render(Template template) {
        Map<String, String> values = new HashMap<>();
        for (Variable variable : template.variables()) {
            if (variable.standard() == null && !variable.generated()) {
                values.put(variable.name(), variable.example());
            }
        }
        return template.render(template.complete(values), HostPathPolicy.LATER);
    }

    private Optional<String> text(Scene scene, Input input) {
        return switch (input) {
            case Input.Text text -> Optional.of(unfenced(text.text().strip())).filter(found -> !found.isEmpty());
            case Input.File file ->
                uploads.content(scene.person(), file.upload())
                        .map(content -> new String(content, StandardCharsets.UTF_8));
            default -> Optional.empty();
        };
    }

    /** Chats teach people to put code between fences. */
    private static String unfenced(String text) {
        return text.replaceFirst("^```[a-z]*\\n", "").replaceFirst("\\n?```$", "");
    }

    private static List<MessageSourceResolvable> told(List<Complaint> complaints) {
        Stream<MessageSourceResolvable> head =
                Stream.of(message("conversations.release.yaml.wrong", complaints.size()));
        Stream<MessageSourceResolvable> shown = complaints.stream().limit(SHOWN).map(YamlReading::told);
        Stream<MessageSourceResolvable> more = complaints.size() > SHOWN
                ? Stream.of(message("conversations.release.yaml.more", String.valueOf(complaints.size() - SHOWN)))
                : Stream.empty();
        return Stream.of(head, shown, more).flatMap(part -> part).toList();
    }

    private static MessageSourceResolvable told(Complaint complaint) {
        Complaint.Place place = complaint.place();
        return place == null
                ? message("conversations.release.yaml.whole", complaint)
                : message(
                        "conversations.release.yaml.at",
                        String.valueOf(place.document()),
                        String.valueOf(place.line()),
                        String.valueOf(place.column()),
                        complaint);
    }

    private static MessageSourceResolvable message(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments);
    }
}
