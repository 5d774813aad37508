package io.cosmopilot.conversations.approvals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.engine.Answer;
import io.cosmopilot.conversations.engine.Answers;
import io.cosmopilot.conversations.engine.Input;
import io.cosmopilot.conversations.engine.Scene;
import io.cosmopilot.deploy.Quota;

/** Reads a quota: a size by name, three fields, or words such as {@code 20Gi} and {@code 20Gi 4 8Gi}. */
final class QuotaAnswer {

    static final String STORAGE = "storage";
    static final String CPU = "cpu";
    static final String MEMORY = "memory";

    /** What was said in the same sentence, before anything was asked. */
    private static final String GIVEN = "given:";

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])(\\d{1,6})(?=$|[^\\d.])");
    private static final Pattern CORES_FIRST =
            Pattern.compile("\\D{0,20}\\d{1,6}\\s*(?:核|v?cpus?|cores?|c\\b)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> MOST = Map.of(STORAGE, 2_000, CPU, 128, MEMORY, 512);

    private QuotaAnswer() {}

    static Answer read(Scene scene, Input input) {
        return switch (input) {
            case Input.Pick pick ->
                Size.named(pick.choice()).map(size -> accepted(size.quota())).orElseGet(Answer::notMeant);
            case Input.Text text -> read(scene, text.text());
            case Input.Fields fields -> read(fields.values());
            default -> Answer.notMeant();
        };
    }

    static Quota of(Answers answers) {
        return new Quota(answers.number(STORAGE), answers.number(CPU), answers.number(MEMORY));
    }

    static List<Block.Field> fields(Scene scene, Quota begin) {
        return List.of(
                field(scene, STORAGE, begin.storageGi()),
                field(scene, CPU, begin.cpu()),
                field(scene, MEMORY, begin.memoryGi()));
    }

    private static Answer read(Scene scene, String said) {
        Optional<Size> size = Size.named(said.strip());
        if (size.isPresent()) {
            return accepted(size.get().quota());
        }
        List<String> numbers =
                NUMBER.matcher(said).results().map(found -> found.group(1)).toList();
        if (numbers.isEmpty() || numbers.size() > 3) {
            return Answer.notMeant();
        }
        Map<String, String> values = values(scene, inOrder(said, numbers));
        List<MessageSourceResolvable> faults =
                faults(values).values().stream().flatMap(List::stream).toList();
        return faults.isEmpty() ? new Answer.Accepted(values) : new Answer.Refused(Map.of("", faults));
    }

    private static Map<String, String> values(Scene scene, List<String> numbers) {
        Quota usual = Size.holding(Integer.parseInt(numbers.getFirst())).quota();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(STORAGE, numbers.getFirst());
        values.put(CPU, numbers.size() > 1 ? numbers.get(1) : given(scene, CPU, usual.cpu()));
        values.put(MEMORY, numbers.size() > 2 ? numbers.get(2) : given(scene, MEMORY, usual.memoryGi()));
        return values;
    }

    /** Storage, cores, memory, as the form has them; but 8 核 16Gi 50Gi is cores, memory, storage, as machines are sold. */
    private static List<String> inOrder(String said, List<String> numbers) {
        boolean sold = numbers.size() == 3 && CORES_FIRST.matcher(said).lookingAt();
        return sold ? List.of(numbers.get(2), numbers.get(0), numbers.get(1)) : numbers;
    }

    private static Answer read(Map<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        List.of(STORAGE, CPU, MEMORY)
                .forEach(name -> values.put(name, fields.getOrDefault(name, "").strip()));
        Map<String, List<MessageSourceResolvable>> faults = faults(values);
        return faults.isEmpty() ? new Answer.Accepted(values) : new Answer.Refused(faults);
    }

    private static Map<String, List<MessageSourceResolvable>> faults(Map<String, String> values) {
        Map<String, List<MessageSourceResolvable>> faults = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            int most = MOST.getOrDefault(name, 1);
            boolean fits = value.matches("\\d{1,6}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= most;
            if (!fits) {
                faults.put(name, List.of(fault(name, most)));
            }
        });
        return faults;
    }

    private static MessageSourceResolvable fault(String name, int most) {
        String[] codes = {"conversations.approval.quota." + name + ".form"};
        return new DefaultMessageSourceResolvable(codes, new Object[] {String.valueOf(most)});
    }

    private static String given(Scene scene, String name, int usual) {
        return scene.answers()
                .find(GIVEN + name)
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse(String.valueOf(usual));
    }

    private static Answer accepted(Quota quota) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(STORAGE, String.valueOf(quota.storageGi()));
        values.put(CPU, String.valueOf(quota.cpu()));
        values.put(MEMORY, String.valueOf(quota.memoryGi()));
        return new Answer.Accepted(values);
    }

    private static Block.Field field(Scene scene, String name, int value) {
        return new Block.Field(
                name,
                Block.Kind.NUMBER,
                scene.words().say("conversations.approval.quota." + name),
                null,
                true,
                value,
                null,
                null);
    }
}
