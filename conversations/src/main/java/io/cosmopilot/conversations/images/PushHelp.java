package io.cosmopilot.conversations.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Words;
import io.cosmopilot.deploy.RegistryTrust;

/** The exact lines with which a person pushes an image from their machine. */
@Component
public class PushHelp {

    private final RegistryTrust registry;

    PushHelp(RegistryTrust registry) {
        this.registry = registry;
    }

    /** The systems that people develop on. */
    enum Machine {
        LINUX,
        MAC,
        WINDOWS;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The lines that are the same everywhere. */
    public Block lines(String person, String space) {
        var image = registry.address() + "/" + space + "/my-app:1.0";
        return new Block.Code("shell", """
                docker login -u %s %s
                docker tag my-app:1.0 %s
                docker push %s""".formatted(person, registry.address(), image, image));
    }

    List<Block> on(Machine machine, String person, String space, Words words) {
        var blocks = new ArrayList<Block>();
        if (registry.authority().isPresent()) {
            blocks.add(text(words, "push.trust", registry.address()));
            blocks.add(new Block.Code(machine == Machine.WINDOWS ? "powershell" : "shell", trust(machine)));
            blocks.add(new Block.Link("/registry/ca.crt", words.say("conversations.image.push.ca")));
            blocks.add(text(words, "push.insecure"));
        }
        blocks.add(text(words, "push.login." + machine.id(), registry.address()));
        blocks.add(lines(person, space));
        blocks.add(text(words, "push.rules", "my-app"));
        return blocks;
    }

    /** Where each system's Docker looks for the certificate of this one registry. */
    private String trust(Machine machine) {
        var address = registry.address();
        return switch (machine) {
            case LINUX -> """
                    sudo mkdir -p /etc/docker/certs.d/%s
                    sudo cp ca.crt /etc/docker/certs.d/%s/ca.crt""".formatted(address, address);
            case MAC -> """
                    mkdir -p ~/.docker/certs.d/%s
                    cp ca.crt ~/.docker/certs.d/%s/ca.crt""".formatted(address, address);
            case WINDOWS -> """
                    $dir = "$env:USERPROFILE\\.docker\\certs.d\\%s"
                    New-Item -ItemType Directory -Force $dir
                    Copy-Item ca.crt "$dir\\ca.crt\"""".formatted(address.replace(":", ""));
        };
    }

    private static Block text(Words words, String key, Object... arguments) {
        return new Block.Text(words.say("conversations.image." + key, arguments));
    }
}
