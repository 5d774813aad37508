package io.cosmopilot.conversations.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

import io.cosmopilot.conversations.Block;

/**
 * Shows what is going to be done and asks for a yes. A no leads back to what can be changed: {@code change:<answer>}; a
 * yes after that is no consent any more, and has it shown and asked again. What else people say for yes and no is for who
 * understands words to know.
 *
 * @param name of the step
 * @param summary what is shown, before the question {@code conversations.<flow>.<name>.ask}
 * @param changeable the answers that can be changed; labelled {@code conversations.<flow>.<answer>.label}
 * @param when it is asked at all
 */
public record Confirmation(
        String name, Function<Scene, List<Block>> summary, List<String> changeable, Predicate<Scene> when)
        implements Step {

    public Confirmation {
        changeable = List.copyOf(changeable);
    }

    public Confirmation(String name, Function<Scene, List<Block>> summary, List<String> changeable) {
        this(name, summary, changeable, scene -> true);
    }

    public Confirmation onlyIf(Predicate<Scene> condition) {
        return new Confirmation(name, summary, changeable, condition);
    }

    @Override
    public boolean applies(Scene scene) {
        return when.test(scene);
    }

    @Override
    public boolean asks() {
        return true;
    }

    @Override
    public void enter(Scene scene) {
        scene.answers().forget(refused());
        List<Block> blocks = new ArrayList<>(summary.apply(scene));
        blocks.add(new Block.Confirm(scene.say(name + ".ask"), List.of(choice(scene, "yes"), choice(scene, "no"))));
        scene.ask(blocks);
    }

    private static Block.Choice choice(Scene scene, String id) {
        return new Block.Choice(
                id,
                scene.words().say("conversations.choice." + id),
                id.equals("yes") ? Block.Style.PRIMARY : Block.Style.PLAIN);
    }

    @Override
    public void help(Scene scene) {
        scene.reply(new Block.Text(scene.words().say("conversations.confirm.help")));
    }

    @Override
    public boolean take(Scene scene) {
        String said = switch (scene.input()) {
            case Input.Text text -> text.text().strip().toLowerCase(Locale.ROOT);
            case Input.Pick pick -> pick.choice();
            default -> "";
        };
        return switch (said) {
            case "yes" -> agree(scene);
            case "no" -> {
                scene.answers().put(refused(), "yes");
                offerChanges(scene);
                yield false;
            }
            default -> change(scene, said);
        };
    }

    private boolean agree(Scene scene) {
        if (scene.answers().has(refused())) {
            enter(scene);
            return false;
        }
        scene.answers().put(name, "yes");
        return true;
    }

    /** Remembers, from a no until it is asked again, that what was shown is not wanted. */
    private String refused() {
        return name + ":refused";
    }

    private boolean change(Scene scene, String said) {
        String wanted = said.startsWith("change:") ? said.substring("change:".length()) : "";
        if (!changeable.contains(wanted)) {
            scene.markNotMeant();
            return false;
        }
        FlowMachine.forget(scene, wanted);
        return true;
    }

    private void offerChanges(Scene scene) {
        List<Block.Choice> choices = new ArrayList<>();
        for (String answer : changeable) {
            if (scene.flow().step(answer).filter(step -> step.applies(scene)).isEmpty()) {
                continue;
            }
            choices.add(Block.Choice.of(
                    "change:" + answer,
                    scene.words().say("conversations.choice.change", scene.say(answer + ".label"))));
        }
        choices.add(Block.Choice.of("cancel", scene.words().say("conversations.choice.cancel")));
        scene.ask(
                List.of(new Block.Text(scene.words().say("conversations.confirm.change")), new Block.Choices(choices)));
    }
}
