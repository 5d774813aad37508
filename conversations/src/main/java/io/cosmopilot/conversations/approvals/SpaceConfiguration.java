package io.cosmopilot.conversations.approvals;

import java.util.Arrays;
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
import io.cosmopilot.deploy.SpaceReport;
import io.cosmopilot.deploy.Spaces;

/** The flow {@code space}: name, purpose, quota, yes, and what the support agents say. */
@Configuration(proxyBeanMethods = false)
class SpaceConfiguration {

    private static final Size USUAL = Size.MEDIUM;

    private final SpaceNames names;
    private final SpaceRequest request;
    private final Spaces spaces;

    SpaceConfiguration(SpaceNames names, SpaceRequest request, Spaces spaces) {
        this.names = names;
        this.request = request;
        this.spaces = spaces;
    }

    @Bean
    Flow space() {
        return Flow.named("space")
                .ask(name())
                .ask(purpose())
                .ask(quota())
                .ask(rename())
                .confirm(new Confirmation(
                        "confirm", this::summary, List.of(SpaceNames.NAME, "purpose", QuotaAnswer.STORAGE)))
                .run(Work.named("request")
                        .starting(request::start)
                        .cancelling(request::cancel)
                        .on(ApprovalChanged.class, request::changed)
                        .on(ApprovalWaiting.class, request::waiting)
                        .on(SpaceReport.Provisioned.class, request::provisioned)
                        .on(SpaceReport.Failing.class, request::failing)
                        .build())
                .build();
    }

    private Question name() {
        return Question.named(SpaceNames.NAME).freeText().reading(names::read).build();
    }

    private Question purpose() {
        return Question.named("purpose")
                .freeText()
                .mentioning(scene -> new Object[] {image(scene)})
                .reading((scene, input) -> Prose.read("purpose", input))
                .build();
    }

    private Question quota() {
        return Question.named(QuotaAnswer.STORAGE)
                .form(scene -> QuotaAnswer.fields(scene, USUAL.quota()))
                .choices(SpaceConfiguration::sizes)
                .orElse(scene -> Optional.of(USUAL.id()))
                .reading(QuotaAnswer::read)
                .build();
    }

    /** Somebody else may take the name while this person thinks. */
    private Question rename() {
        return Question.named("rename")
                .freeText()
                .deciding()
                .onlyIf(scene -> !scene.answers().has(SpaceRequest.APPROVAL)
                        && !names.free(scene, scene.answers().get(SpaceNames.NAME))
                        && !names.own(scene, scene.answers().get(SpaceNames.NAME)))
                .mentioning(scene -> new Object[] {
                    scene.answers().get(SpaceNames.NAME),
                    names.proposal(scene.answers().get(SpaceNames.NAME), scene.person())
                })
                .reading((scene, input) -> {
                    // The yes was for the other name.
                    scene.answers().forget("confirm");
                    return names.read(scene, input);
                })
                .build();
    }

    private static List<Block.Choice> sizes(Scene scene) {
        return Arrays.stream(Size.values())
                .map(size -> scene.choice(size.id(), "choice." + size.id(), quota(scene, size)))
                .toList();
    }

    private static String quota(Scene scene, Size size) {
        return ApprovalCard.quota(size.quota(), scene.words());
    }

    private List<Block> summary(Scene scene) {
        return List.of(scene.text(
                "confirm.summary",
                scene.answers().get(SpaceNames.NAME),
                scene.answers().get("purpose"),
                ApprovalCard.quota(QuotaAnswer.of(scene.answers()), scene.words()),
                image(scene)));
    }

    private String image(Scene scene) {
        return spaces.imagePrefix(scene.answers().get(SpaceNames.NAME)) + "my-app:1.0";
    }
}
