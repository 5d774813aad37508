package io.cosmopilot.conversations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.cosmopilot.deploy.ImageMembers;
import io.cosmopilot.deploy.Images;
import io.cosmopilot.deploy.RegistryTrust;
import io.cosmopilot.deploy.Requester;

/** A registry with one space, {@code kstore} of {@code wei}, in which two tags are the same image. */
public final class MadeUpImages implements Images, ImageMembers, RegistryTrust {

    private static final Instant PUSHED = Instant.parse("2026-01-01T00:00:00Z");
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private final Map<String, Role> members = new LinkedHashMap<>(Map.of("wei", Role.OWNER));
    private final List<String> spaces = new ArrayList<>(List.of("kstore"));
    private final List<String> done = new ArrayList<>();

    /** Another space, of the same members. */
    public void opened(String space) {
        spaces.add(space);
    }

    /** What was changed, in order. */
    public List<String> done() {
        return List.copyOf(done);
    }

    @Override
    public List<Image> of(String person, String space) {
        return members.containsKey(person) ? List.of(new Image("shop", 2, 91_226_112, PUSHED)) : List.of();
    }

    @Override
    public List<Tag> tags(String person, String space, String image) {
        return image.equals("shop")
                ? List.of(
                        new Tag("0.2", DIGEST, 91_226_112, PUSHED, "wei", List.of("0.1")),
                        new Tag("0.1", DIGEST, 91_226_112, PUSHED, "wei", List.of("0.2")))
                : List.of();
    }

    @Override
    public Optional<Usage> usage(String person, String space) {
        return Optional.of(new Usage(91_226_112, 20L << 30));
    }

    @Override
    public boolean remove(String space, String image, String digest, Requester requester) {
        done.add("remove " + space + "/" + image + "@" + digest);
        return true;
    }

    @Override
    public Optional<String> digest(String reference) {
        return Optional.empty();
    }

    @Override
    public List<Member> of(String space) {
        return members.entrySet().stream()
                .map(entry -> new Member(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public List<String> spaces(String person) {
        return members.containsKey(person) ? List.copyOf(spaces) : List.of();
    }

    @Override
    public Optional<Role> role(String space, String person) {
        return Optional.ofNullable(members.get(person));
    }

    @Override
    public boolean admit(String space, String owner, String person, Role role) {
        done.add("admit " + person + " " + role);
        members.put(person, role);
        return true;
    }

    @Override
    public boolean dismiss(String space, String owner, String person) {
        done.add("dismiss " + person);
        return members.remove(person) != null;
    }

    @Override
    public boolean real() {
        return true;
    }

    @Override
    public String address() {
        return "registry.example.com";
    }

    @Override
    public Optional<String> authority() {
        return Optional.of("-----BEGIN CERTIFICATE-----");
    }
}
