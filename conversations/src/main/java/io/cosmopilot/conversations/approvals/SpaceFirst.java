package io.cosmopilot.conversations.approvals;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;

/** What flows ask whose person has no space: for one, or for patience where one is asked for already. */
@Component
public class SpaceFirst {

    private final AwaitedSpaces awaited;

    SpaceFirst(AwaitedSpaces awaited) {
        this.awaited = awaited;
    }

    /** The texts are {@code nospace.ask}, {@code ….space}, {@code ….help}, and {@code ….awaited} with what became of it. */
    public Question question(Predicate<Scene> lacking) {
        return Question.named("nospace")
                .onlyIf(lacking)
                .asking(scene -> awaited(scene).isPresent() ? "awaited" : "ask")
                .mentioning(scene -> new Object[] {awaited(scene).orElse("")})
                .choices(this::choices)
                .barrier()
                .build();
    }

    private List<Block.Choice> choices(Scene scene) {
        Block.Choice human = Block.Choice.of("human", scene.words().say("conversations.choice.human"));
        return awaited(scene).isPresent()
                ? List.of(human)
                : List.of(new Block.Choice("space", scene.say("nospace.space"), Block.Style.PRIMARY), human);
    }

    private Optional<String> awaited(Scene scene) {
        return scene.once("awaited space", () -> awaited.of(scene.person(), scene.words()));
    }
}
