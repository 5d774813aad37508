package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Map;

import io.cosmopilot.conversations.MadeUpBuilds;
import io.cosmopilot.conversations.MadeUpImages;
import io.cosmopilot.deploy.Builds;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.Volume;

/** What there is when somebody comes: nothing (0), a little (1), or some of everything (2). */
final class World {

    /** Kubernetes YAML with a place that its author has to describe. */
    static final String TEMPLATE =
            "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: '{{ APP_NAME }}'\ndata:\n  a: '{{ COLOUR }}'\n";

    private World() {}

    static void furnish(Transcript chat, int world) {
        chat.register("wei").register("wang");
        List<String> spaces = List.of("kstore", "kother").subList(0, world);
        spaces.forEach(space -> chat.platform().grant("wei", space));
        List<String> applications = List.of("blog", "gate").subList(0, world);
        if (world == 1) {
            chat.platform().releasedFrom("nginx", "blog");
        } else {
            applications.forEach(application -> chat.platform().released(application, world));
        }
        chat.bean(MadeUpBuilds.class).can(world == 1 ? Builds.Ability.NOTHING : Builds.Ability.ARTEFACTS);
        if (world == 0) {
            chat.bean(MadeUpImages.class).dismiss("kstore", "wei", "wei");
        }
        if (world == 2) {
            Requester wei = new Requester("wei", "");
            chat.platform().volumes().claim("1", "kstore", "data", 5, null, Volume.Mode.ONE_HOST, wei);
            chat.platform().keepsData("blog");
            chat.platform().stores("fast", "large");
            chat.platform().releasedFrom("nginx", "site");
            chat.bean(MadeUpImages.class).opened("kother");
            chat.platform().configurations().keep("2", "kstore", "conf", Map.of("a.conf", "a=b"), wei);
        }
        if (world == 2) {
            author(chat);
        }
        if (world > 0) {
            chat.register("lin").play("""
                    lin: space apply lispace 20Gi
                    lin: the shop of the spring campaign
                    lin: yes
                    """);
        }
    }

    /** Wei has written a template. */
    private static void author(Transcript chat) {
        chat.play("wei: create a template");
        chat.pressIfOffered("wei", "create");
        chat.say("wei", TEMPLATE);
        chat.play("""
                wei: mine
                wei: My template
                wei! allfine
                wei! private
                wei! yes
                """);
    }
}
