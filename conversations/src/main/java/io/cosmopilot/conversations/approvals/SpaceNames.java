package io.cosmopilot.conversations.approvals;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Spaces;

/** Reads how a space is to be called, and proposes another name where one is taken. */
@Component
class SpaceNames {

    static final String NAME = "name";
    private static final int LONGEST = 30;

    /** A DNS label (RFC 1123) that begins with a letter, so that it is a namespace and part of an image reference. */
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1," + (LONGEST - 2) + "}[a-z0-9]");

    private final Spaces spaces;
    private final Approvals approvals;

    SpaceNames(Spaces spaces, Approvals approvals) {
        this.spaces = spaces;
        this.approvals = approvals;
    }

    Answer read(Scene scene, Input input) {
        String said = switch (input) {
            case Input.Text text -> text.text().strip().toLowerCase(Locale.ROOT);
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
        if (said.isEmpty()) {
            return Answer.notMeant();
        }
        String name = said.startsWith("use:") ? said.substring("use:".length()) : said;
        if (!FORM.matcher(name).matches()) {
            return Answer.refused("conversations.space.name.form", shortened(name));
        }
        if (free(scene, name) || own(scene, name)) {
            return Answer.accepted(NAME, name);
        }
        return approvals.asked(Approval.Kind.SPACE, name, scene.person())
                ? Answer.refused("conversations.space.name.asked", name)
                : Answer.refused("conversations.space.name.taken", name, proposal(name, scene.person()));
    }

    boolean free(Scene scene, String name) {
        return scene.once("free " + name, () -> free(name));
    }

    private boolean free(String name) {
        return !spaces.taken(name) && !approvals.asked(Approval.Kind.SPACE, name);
    }

    /** Whether the person has it: then more room in it is asked for. */
    boolean own(Scene scene, String name) {
        return scene.once("own " + name, () -> own(name, scene.person()));
    }

    private boolean own(String name, String person) {
        return spaces.find(name).filter(space -> space.owner().equals(person)).isPresent()
                && !approvals.asked(Approval.Kind.QUOTA, name);
    }

    /** A name like it that is free, such as {@code kstore-wei} or {@code kstore-2}. */
    String proposal(String name, String person) {
        Stream<String> numbered = IntStream.iterate(2, number -> number + 1).mapToObj(String::valueOf);
        return Stream.concat(Stream.of(person), numbered)
                .map(ending -> ended(name, ending))
                .filter(candidate -> FORM.matcher(candidate).matches() && free(candidate))
                .findFirst()
                .orElseThrow();
    }

    private static String ended(String name, String ending) {
        String beginning = name.substring(0, Math.max(1, Math.min(name.length(), LONGEST - 1 - ending.length())));
        return beginning.replaceFirst("-+$", "") + "-" + ending;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
