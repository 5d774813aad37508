package io.cosmopilot.conversations.releasing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Question;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.conversations.engine.Work;
import io.cosmopilot.conversations.engine.Work.Next;
import io.cosmopilot.deploy.ErrandReport;

/** The step that has one object of a space made, changed or removed, and the question for when that is refused. */
public final class Errand {

    private static final String FAILED = "failed";

    private Errand() {}

    /**
     * Named {@code errand}; has the text {@code errand.help}.
     *
     * @param start given the errand's id, in the turn's transaction
     * @param done what is said at the end
     */
    public static Work work(Predicate<Scene> when, BiConsumer<Scene, String> start, Consumer<Scene> done) {
        return Work.named("errand")
                .onlyIf(when)
                .starting(scene -> start.accept(scene, UUID.randomUUID().toString()))
                .on(ErrandReport.Done.class, (scene, report) -> {
                    done.accept(scene);
                    return Next.DONE;
                })
                .on(ErrandReport.Refused.class, Errand::refused)
                .build();
    }

    /**
     * Named {@code repair}.
     *
     * @param edit opens the answers that may be at fault
     */
    public static Question repair(Consumer<Scene> edit) {
        return Question.named("repair")
                .deciding()
                .onlyIf(scene -> scene.answers().has(FAILED))
                .mentioning(scene -> new Object[] {scene.answers().get(FAILED)})
                .choices(scene -> List.of(
                        scene.choice("edit", "repair.edit"),
                        scene.choice("human", "repair.human"),
                        scene.choice("cancel", "repair.cancel")))
                .reading((scene, input) -> repaired(scene, input, edit))
                .build();
    }

    private static Next refused(Scene scene, ErrandReport.Refused report) {
        scene.answers()
                .put(
                        FAILED,
                        String.join(
                                "\n",
                                report.problems().stream()
                                        .map(problem -> "- " + scene.words().say(problem))
                                        .toList()));
        scene.answers().forget("confirm");
        return Next.AGAIN;
    }

    private static Answer repaired(Scene scene, Input input, Consumer<Scene> edit) {
        if (!(input instanceof Input.Pick pick && pick.choice().equals("edit"))) {
            return Answer.notMeant();
        }
        scene.answers().forget(FAILED);
        edit.accept(scene);
        return new Answer.Accepted(Map.of());
    }
}
