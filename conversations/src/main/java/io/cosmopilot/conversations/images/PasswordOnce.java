package io.cosmopilot.conversations.images;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.turns.Audit;
import io.cosmopilot.deploy.RegistryPasswords;
import io.cosmopilot.deploy.RegistryTrust;

/** Registry passwords in the chat: a new one replaces those before it, and soon is not in the transcript any more. */
@Component
class PasswordOnce {

    private final RegistryPasswords passwords;
    private final RegistryTrust registry;
    private final Forgetting forgetting;
    private final Audit audit;

    PasswordOnce(RegistryPasswords passwords, RegistryTrust registry, Forgetting forgetting, Audit audit) {
        this.passwords = passwords;
        this.registry = registry;
        this.forgetting = forgetting;
        this.audit = audit;
    }

    void show(Scene scene) {
        var person = scene.person();
        var password = passwords.make();
        scene.command(() -> {
            passwords.of(person).forEach(kept -> passwords.revoke(person, kept.id()));
            passwords.keep(person, password);
            audit.write(person, "registry.password", person, "");
            forgetting.soon(UUID.fromString(scene.conversation()));
        });
        scene.reply(
                scene.text("password.new", String.valueOf(Forgetting.AFTER.toMinutes())),
                new Block.Code("text", password),
                scene.text("password.use"),
                new Block.Code("shell", "docker login -u %s %s".formatted(person, registry.address())),
                new Block.Choices(List.of(
                        scene.choice("image:action=push", "choice.push"),
                        scene.choice("image:action=revoke", "choice.revoke"))));
    }

    void revoke(Scene scene) {
        var person = scene.person();
        scene.command(() -> {
            passwords.of(person).forEach(kept -> passwords.revoke(person, kept.id()));
            audit.write(person, "registry.password-revoked", person, "");
        });
        scene.reply(
                scene.text("password.revoked"),
                new Block.Choices(List.of(scene.choice("image:action=password", "choice.password"))));
    }
}
