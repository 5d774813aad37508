package io.cosmopilot.conversations.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An intent as the data describes it: what speaks for it, its one-line form, and where its values stand. */
record IntentSpec(
        String name,
        boolean isActing,
        List<Rule> rules,
        List<Line> lines,
        List<Pattern> values,
        Map<String, String> aliases,
        Map<String, String> copies,
        Map<String, String> unclear,
        String reference,
        List<String> existing,
        String each,
        String whole,
        String context) {

    /** A one-line command, the slots it has to come with as pairs, and what it already answers. */
    record Line(Pattern pattern, List<String> needs, Map<String, String> sets) {}

    static IntentSpec of(String name, Vocabulary data, Script script) {
        List<Line> lines = new ArrayList<>();
        for (Vocabulary line : data.entries("lines")) {
            lines.add(new Line(
                    Pattern.parse(line.string("say", ""), script),
                    line.list("needs"),
                    line.part("set").strings()));
        }
        return new IntentSpec(
                name,
                Boolean.parseBoolean(data.string("acting", "false")),
                data.entries("rules").stream().map(Rule::of).toList(),
                lines,
                data.list("values").stream()
                        .map(pattern -> Pattern.parse(pattern, script))
                        .toList(),
                data.part("aliases").strings(),
                data.part("copies").strings(),
                data.part("unclear").strings(),
                data.string("reference", ""),
                data.list("existing"),
                data.string("each", ""),
                data.string("whole", ""),
                data.string("context", ""));
    }
}
