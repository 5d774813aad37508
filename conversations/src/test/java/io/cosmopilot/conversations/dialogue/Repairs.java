package io.cosmopilot.conversations.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.cosmopilot.conversations.Desk.Mode;
import io.cosmopilot.conversations.HandClock;
import io.cosmopilot.conversations.dialogue.Standing.Heard;
import io.cosmopilot.conversations.engine.Draft;
import io.cosmopilot.conversations.engine.Work;

/** Tries the repair patterns where a flow stands, and notes what does not come out as it is promised. */
final class Repairs {

    /** Not every flow has a question that takes no words, asks for work, or knows a default: what cannot be tried there. */
    private static final Map<String, Set<String>> CANNOT_BE_TRIED = Map.of(
            "busy", Set.of("account", "decision", "guide", "human", "image", "status"),
            "correction", Set.of("guide", "human", "status", "account"),
            "clarification", Set.of("guide", "human"),
            "cannot handle", Set.of("guide", "human"),
            // What is said beside a flow, and goes when another begins.
            "question aside", Set.of("guide"),
            "digression and return", Set.of("guide"),
            "several interrupted", Set.of("guide", "volume"),
            "human", Set.of("guide"));

    /** The steps that wait for the decision of a support agent. */
    private static final Set<String> FOR_PEOPLE = Set.of("request", "review");

    private final Transcript chat;
    private final Standing here;
    private final boolean chinese;
    private final Map<String, Map<String, Integer>> tried = new LinkedHashMap<>();
    private final TreeSet<String> faults = new TreeSet<>();

    Repairs(Transcript chat, Locale locale) {
        this.chat = chat;
        this.chinese = locale.getLanguage().equals("zh");
        this.here = new Standing(chat, locale);
    }

    Set<String> faults() {
        return faults;
    }

    Set<String> untried(Set<String> flows) {
        Set<String> untried = new TreeSet<>();
        tried.forEach((pattern, times) -> flows.stream()
                .filter(flow -> !times.containsKey(flow))
                .filter(flow -> !CANNOT_BE_TRIED.getOrDefault(pattern, Set.of()).contains(flow))
                .forEach(flow -> untried.add(pattern + " in " + flow)));
        return untried;
    }

    /** How often each pattern was tried in each flow. */
    String table() {
        return tried.entrySet().stream()
                .map(pattern -> "\n  " + pattern.getKey() + " " + pattern.getValue())
                .collect(Collectors.joining());
    }

    boolean isWork(Draft draft) {
        return here.work(draft).isPresent();
    }

    void at(Draft draft) {
        if (isWork(draft)) {
            busy(draft, here.work(draft).get());
            return;
        }
        cancel(draft);
        back(draft, "back", word("back", "返回"));
        back(draft, "undo", word("undo", "撤销"));
        correction(draft);
        skip(draft);
        keeping(draft, "repeat", word("say that again", "再说一遍"));
        keeping(draft, "help", word("help", "帮助"));
        restart(draft);
        aside(draft);
        digression(draft);
        several(draft);
        clarification(draft);
        cannotHandle(draft);
        silence(draft);
        channel(draft);
        fault(draft);
        human(draft);
        language(draft);
    }

    private void cancel(Draft draft) {
        here.stand(draft);
        Heard heard = here.says(word("cancel", "取消"));
        if (heard.offers("abandon")) {
            heard = here.presses("abandon");
            check(draft, "cancel", heard.says("conversations.cancel.left"), heard);
        } else {
            check(draft, "cancel", heard.says("conversations.cancelled"), heard);
        }
        check(draft, "cancel", here.stack().isEmpty(), heard);
    }

    /** One answer less, or it is said that there is none. */
    private void back(Draft draft, String pattern, String word) {
        Draft before = here.stand(draft);
        Heard heard = here.says(word);
        Draft after = here.top();
        boolean first = heard.says("conversations.back.first")
                && after != null
                && after.step().equals(before.step());
        boolean earlier =
                after != null && before.answers().size() > after.answers().size();
        check(draft, pattern, first || earlier, heard);
    }

    /** Only that answer and what depends on it. */
    private void correction(Draft draft) {
        for (String value : List.of("gate", "shop-2", "7", "30Gi")) {
            Draft before = here.stand(draft);
            if (here.isFree(before)) {
                return;
            }
            Heard heard = here.says(word("change it to " + value, "改成 " + value));
            Draft after = here.top();
            if (after == null || after.answers().equals(before.answers())) {
                check(draft, "correction", heard.isSomething(), heard);
                continue;
            }
            Set<String> changed = new TreeSet<>();
            before.answers().forEach((name, answer) -> {
                String now = after.answers().get(name);
                if (now != null && !now.equals(answer)) {
                    changed.add(name);
                }
            });
            Set<String> roots = here.roots(before, changed);
            check(draft, "correction", roots.size() <= 1, heard.and("changed " + changed + ", of themselves " + roots));
        }
    }

    private void skip(Draft draft) {
        Draft before = here.stand(draft);
        Heard heard = here.says(word("skip", "跳过"));
        Draft after = here.top();
        boolean moved = after == null
                || !after.step().equals(before.step())
                || !after.answers().equals(before.answers());
        check(draft, "skip", moved || heard.says("conversations.skip.needed"), heard);
    }

    /** Whatever is said is said beside the question, which is asked again as it was. */
    private void keeping(Draft draft, String pattern, String word) {
        Draft before = here.stand(draft);
        Heard heard = here.says(word);
        check(draft, pattern, here.isAsked(before, heard), heard);
    }

    private void restart(Draft draft) {
        here.stand(draft);
        Heard heard = here.says(word("start over", "重新开始"));
        check(draft, "restart", heard.isSomething() && here.stack().isEmpty(), heard);
    }

    /** A question for the guide is answered, then asked what was open. */
    private void aside(Draft draft) {
        if (draft.flow().equals("guide")) {
            return;
        }
        Draft before = here.stand(draft);
        Heard heard = here.says("/" + word("how do I install docker on linux", "linux 怎么安装 docker"));
        check(draft, "question aside", heard.mentions("Docker") && here.isAsked(before, heard), heard);
    }

    private void digression(Draft draft) {
        if (draft.flow().equals("guide")) {
            return;
        }
        Draft before = here.stand(draft);
        Heard heard = here.says(word("/volume list", "/存储卷 列表"));
        if (draft.flow().equals("volume")) {
            check(draft, "digression and return", heard.isSomething(), heard);
            return;
        }
        check(draft, "digression and return", heard.offers("resume"), heard);
        Heard resumed = here.says(word("yes please", "好的"));
        check(draft, "digression and return", here.isAsked(before, resumed), resumed);
    }

    /** Of several interrupted flows the person chooses. */
    private void several(Draft draft) {
        Draft before = here.stand(draft);
        String other = draft.flow().equals("space") ? word("/deploy nginx", "/部署 nginx") : word("/space", "/申请空间");
        here.says(other);
        Heard heard = here.says(word("/volume list", "/存储卷 列表"));
        if (draft.flow().equals("volume") || here.stack().size() < 2) {
            return;
        }
        check(draft, "several interrupted", heard.offers("resume:1") && heard.offers("resume:2"), heard);
        Heard resumed = here.presses("resume:1");
        check(draft, "several interrupted", here.isAsked(before, resumed), resumed);
    }

    private void clarification(Draft draft) {
        Draft before = here.stand(draft);
        if (here.isFree(before)) {
            return;
        }
        Heard heard = here.says(word("stop blog and restart gate", "停止 blog，重启 gate"));
        if (!heard.says("conversations.clarify")) {
            return;
        }
        check(draft, "clarification", heard.choices().size() <= 3, heard);
        Heard resumed = here.says(word("continue", "继续"));
        check(draft, "clarification", here.isAsked(before, resumed), resumed);
    }

    private void cannotHandle(Draft draft) {
        Draft before = here.stand(draft);
        String nonsense = word("hrmpf grmbl", "呃呃呃呃");
        Heard first = here.says(nonsense);
        if (!first.says("conversations.stumble.flow")) {
            return;
        }
        check(draft, "cannot handle", here.isAsked(before, first), first);
        Heard second = here.says(nonsense);
        check(draft, "cannot handle", here.isAsked(before, second) && second.count() > first.count(), second);
        Heard third = here.says(nonsense);
        check(draft, "cannot handle", third.says("conversations.stumble.human") && third.offers("human"), third);
        check(draft, "cannot handle", here.keeps(before), third);
    }

    private void silence(Draft draft) {
        Draft before = here.stand(draft);
        Heard reminded = passes(Duration.ofMinutes(31));
        check(draft, "silence", reminded.says("conversations.silence.reminder"), reminded);
        check(draft, "silence", here.isAsked(before, reminded), reminded);
        Heard quiet = passes(Duration.ofHours(5));
        check(draft, "silence", !quiet.isSomething(), quiet);
        Heard parked = passes(Duration.ofHours(25));
        check(draft, "silence", parked.says("conversations.silence.parked"), parked);
        Heard resumed = here.says(word("continue", "继续"));
        check(draft, "silence", here.isAsked(before, resumed), resumed);
    }

    private Heard passes(Duration time) {
        ((HandClock) chat.bean(Clock.class)).pass(time);
        return here.after(() -> chat.bean(Silence.class).look());
    }

    private void channel(Draft draft) {
        Draft before = here.stand(draft);
        Standing there = here.onAnotherChannel();
        Heard heard = there.says(word("continue here", "在这里继续"));
        check(draft, "channel switch", there.isAsked(before, heard), heard);
        check(draft, "channel switch", here.stack().isEmpty(), heard);
        there.says(word("start over", "重新开始"));
    }

    private void fault(Draft draft) {
        Draft before = here.stand(draft);
        chat.platform().broken(true);
        Heard heard = here.says(word("nothing of the kind", "都不是这些"));
        chat.platform().broken(false);
        check(draft, "internal error", heard.says("conversations.apology") && heard.offers("again"), heard);
        check(draft, "internal error", here.keeps(before), heard);
        Heard again = here.presses("again");
        check(draft, "internal error", again.isSomething() && !again.offers("again"), again);
    }

    private void human(Draft draft) {
        if (draft.flow().equals("guide")) {
            return;
        }
        Draft before = here.stand(draft);
        Heard heard = here.says(word("human", "转人工"));
        check(draft, "human", heard.isSomething(), heard);
        List<Draft> kept = new ArrayList<>(here.stack());
        check(draft, "human", kept.stream().anyMatch(one -> one.answers().equals(before.answers())), heard);
        if (here.mode() == Mode.BOT && !draft.flow().equals("human")) {
            Heard resumed = here.says(word("cancel", "取消"));
            check(draft, "human", resumed.offers("resume"), resumed);
        }
    }

    private void language(Draft draft) {
        Draft before = here.stand(draft);
        Heard heard = here.says(word("请说中文", "English please"));
        Draft after = here.top();
        boolean kept = after != null && before.answers().equals(after.answers());
        check(draft, "language", kept && heard.count() > 1, heard);
        check(draft, "language", heard.mentions(word("我们说中文", "English it is")), heard);
        here.says(word("English please", "请说中文"));
    }

    private void busy(Draft draft, Work work) {
        here.work(draft, work);
        Heard heard = here.says(word("hrmpf grmbl", "呃呃呃呃"));
        check(draft, "busy", heard.says("conversations.busy") && heard.offers("cancel") == work.stoppable(), heard);
        Heard cancelled = here.says(word("cancel", "取消"));
        // A request says itself that it is withdrawn; here nobody has made one.
        check(draft, "busy", cancelled.isSomething() || FOR_PEOPLE.contains(draft.step()), cancelled);
    }

    private String word(String english, String chinese) {
        return this.chinese ? chinese : english;
    }

    private void check(Draft draft, String pattern, boolean holds, Heard heard) {
        tried.computeIfAbsent(pattern, name -> new TreeMap<>()).merge(draft.flow(), 1, Integer::sum);
        if (!holds || (heard.offers("again") && !pattern.equals("internal error"))) {
            faults.add(draft.flow() + "." + draft.step() + ": " + pattern + " -> " + heard);
        }
    }
}
