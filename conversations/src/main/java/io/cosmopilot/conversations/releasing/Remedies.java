package io.cosmopilot.conversations.releasing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.cosmopilot.deploy.Adjustment;
import io.cosmopilot.deploy.Images;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.Spaces;

/** What can be pressed against a problem so that it is mended, and not only tried again. */
@Component
class Remedies {

    private static final int TAGS = 3;

    private final Spaces spaces;
    private final Images images;

    Remedies(Spaces spaces, Images images) {
        this.spaces = spaces;
        this.images = images;
    }

    /** Best first. */
    List<Remedy> against(Problem problem, String person, String space) {
        return problem.offers().stream()
                .flatMap(offer -> of(offer, problem, person, space))
                .toList();
    }

    private Stream<Remedy> of(Offer offer, Problem problem, String person, String space) {
        var component = problem.component();
        var named = component == null ? "" : component;
        return switch (offer) {
            case CORRECT_IMAGE ->
                suggested(problem, image -> Remedy.adjusting("image", new Adjustment.Image(component, image), image));
            case CHOOSE_TAG -> tags(problem, person, space);
            case RAISE_MEMORY ->
                suggested(
                        problem,
                        memory -> Remedy.adjusting(
                                "memory", new Adjustment.Resources(component, null, memory), named, memory));
            case FILL_LIMITS ->
                suggested(problem, amounts -> Remedy.adjusting("limits", limits(component, amounts), amounts));
            case ANY_HOST ->
                Stream.of(Remedy.adjusting(
                        "any-host", new Adjustment.Placement(Map.of(), List.of(), List.of(), List.of())));
            case FREE_PORT -> Stream.of(Remedy.adjusting("free-port", new Adjustment.FreePorts(named)));
            case CORRECT_PROBE -> Stream.of(probe(problem, named));
            case CORRECT_SERVICE ->
                suggested(problem, target -> Remedy.adjusting("target", target(named, target), named, target));
            case CREATE_CONFIGURATION ->
                suggested(problem, Remedies::created)
                        .filter(remedy -> !remedy.label().isEmpty());
            case ASK_FOR_QUOTA -> Stream.of(Remedy.beginning("quota", "space:name=" + space, space));
            case ASK_FOR_HOST_PATH ->
                suggested(
                        problem,
                        path -> Remedy.beginning(
                                "host-path", "volume:action=host;space=" + space + ";path=" + path, path));
            case REPAIR_SPACE -> Stream.of(new Remedy("repair-space", List.of(space), null, null));
            case RETRY, EDIT, LOWER_REQUESTS, CHOOSE_CLASS, SHOW_LOG, HUMAN -> Stream.empty();
        };
    }

    private static Stream<Remedy> suggested(Problem problem, Function<String, Remedy> made) {
        return Optional.ofNullable(problem.suggestion()).map(made).stream();
    }

    private Stream<Remedy> tags(Problem problem, String person, String space) {
        var image = Optional.ofNullable(problem.suggestion()).orElse("");
        var prefix = spaces.imagePrefix(space);
        return image.startsWith(prefix)
                ? images.tags(person, space, image.substring(prefix.length())).stream()
                        .limit(TAGS)
                        .map(tag -> image + ":" + tag.name())
                        .map(found ->
                                Remedy.adjusting("image", new Adjustment.Image(problem.component(), found), found))
                : Stream.empty();
    }

    /** {@code cpu=500m,memory=512Mi}. */
    private static Adjustment limits(@Nullable String component, String amounts) {
        var read = Pairs.of(amounts.replace(",", "\n"));
        return new Adjustment.Resources(component, read.get("cpu"), read.get("memory"));
    }

    private static Remedy probe(Problem problem, String named) {
        var port = problem.suggestion();
        return port == null
                ? Remedy.adjusting("no-probe", new Adjustment.Probe(problem.component(), null), named)
                : Remedy.adjusting(
                        "probe", new Adjustment.Probe(problem.component(), Integer.valueOf(port)), named, port);
    }

    /** A number is a port, all else a component. */
    private static Adjustment target(String service, String target) {
        return target.matches("[0-9]+")
                ? new Adjustment.Target(service, null, Integer.valueOf(target))
                : new Adjustment.Target(service, target, null);
    }

    /** {@code ConfigMap settings}; what a Secret holds is not asked for in a chat. */
    private static Remedy created(String missing) {
        var words = List.of(missing.split(" ", -1));
        return switch (words.getFirst()) {
            case "ConfigMap" ->
                Remedy.beginning(
                        "configuration",
                        "config:action=" + (words.size() > 2 ? "edit" : "create") + ";name=" + words.get(1),
                        words.get(1));
            case "PersistentVolumeClaim" ->
                Remedy.beginning("volume", "volume:action=create;name=" + words.get(1), words.get(1));
            default -> Remedy.beginning("", "");
        };
    }
}
