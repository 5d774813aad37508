package io.cosmopilot.conversations.domains;

import java.util.List;
import java.util.Optional;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Confirmation;
import io.cosmopilot.conversations.engine.Flow;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.deploy.DomainReport;

/** The flow {@code domain}: application, port, hosts, paths, yes, link. */
@Configuration(proxyBeanMethods = false)
class DomainsConfiguration {

    private final Hosts hosts;
    private final Claim claim;

    DomainsConfiguration(Hosts hosts, Claim claim) {
        this.hosts = hosts;
        this.claim = claim;
    }

    @Bean
    Flow domain() {
        return Flow.named("domain")
                .ask(nothing())
                .ask(application())
                .ask(port())
                .ask(host())
                .ask(path())
                .ask(repair())
                .confirm(new Confirmation("confirm", this::summary, List.of("application", "host", "path")))
                .run(Work.named("claim")
                        .starting(claim::start)
                        .on(DomainReport.Serving.class, claim::serving)
                        .on(DomainReport.Failed.class, claim::failed)
                        .build())
                .build();
    }

    private Question nothing() {
        return Question.named("nothing")
                .onlyIf(scene -> hosts.applications(scene).isEmpty())
                .choices(scene -> List.of(new Block.Choice("deploy", scene.say("nothing.deploy"), Block.Style.PRIMARY)))
                .barrier()
                .build();
    }

    private Question application() {
        return Question.named("application")
                .choices(hosts::applicationChoices)
                .reading(hosts::readApplication)
                .build();
    }

    private Question port() {
        return Question.named("port")
                .onlyIf(scene -> hosts.ports(scene).size() > 1)
                .choices(hosts::portChoices)
                .orElse(scene -> hosts.usualPort(scene).map(String::valueOf))
                .reading(hosts::readPort)
                .build();
    }

    private Question host() {
        return Question.named("host")
                .freeText()
                .mentioning(scene -> new Object[] {
                    scene.answers().get("application"), hosts.proposal(scene).orElse("www.example.com")
                })
                .choices(scene -> hosts.proposal(scene).stream()
                        .map(host -> Block.Choice.of("use:" + host, host))
                        .toList())
                .orElse(hosts::proposal)
                .reading(hosts::readHosts)
                .build();
    }

    private Question path() {
        return Question.named("path")
                .freeText()
                .literal()
                .choices(scene -> List.of(Block.Choice.of("/", "/")))
                .orElse(scene -> Optional.of("/"))
                .reading(hosts::readPaths)
                .build();
    }

    private Question repair() {
        return Question.named("repair")
                .deciding()
                .onlyIf(scene -> scene.answers().has(Claim.FAILED))
                .mentioning(scene -> new Object[] {scene.answers().get(Claim.FAILED)})
                .choices(scene -> List.of(
                        scene.choice("retry", "repair.retry"),
                        scene.choice("edit", "repair.edit"),
                        scene.choice("human", "repair.human"),
                        scene.choice("cancel", "repair.cancel")))
                .reading(claim::repaired)
                .build();
    }

    private List<Block> summary(Scene scene) {
        return List.of(scene.text(
                "confirm.summary",
                scene.answers().get("application"),
                String.join(", ", hosts.hosts(scene)),
                String.join(", ", hosts.paths(scene)),
                String.valueOf(hosts.port(scene))));
    }
}
