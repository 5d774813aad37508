package io.cosmopilot.adapters.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Address.Audience;
import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Block.Choice;
import io.cosmopilot.conversations.Block.Kind;
import io.cosmopilot.conversations.Block.State;
import io.cosmopilot.conversations.Block.Style;

/** One of each block, as flows say them. */
final class Samples {

    private final Locale locale;
    private final boolean chinese;
    private final List<Sample> all = new ArrayList<>();

    private Samples(Locale locale) {
        this.locale = locale;
        this.chinese = locale.getLanguage().equals("zh");
    }

    static Stream<Sample> in(Locale locale) {
        Samples samples = new Samples(locale);
        samples.texts();
        samples.questions();
        samples.states();
        for (Approval.State state : Approval.State.values()) {
            samples.approvals(state);
        }
        return samples.all.stream();
    }

    private void add(String name, Block... blocks) {
        Audience audience = name.startsWith("support") ? Audience.AGENTS : Audience.PERSON;
        all.add(new Sample(name, locale, audience, List.of(blocks)));
    }

    private void texts() {
        add(
                "text",
                new Block.Text(t("**Hello!** I am the platform’s assistant.", "**你好！**我是平台助手。")),
                new Block.Text("*a* < b & `kubectl get <pod>`\n\n- 1\n- [2](https://example.com/a?b=1&c=2)\n# 3"));
        add("text-long", new Block.Text(t("A paragraph. ", "一段话。").repeat(800)));
        add("code", new Block.Code("yaml", "kind: Service\nmetadata:\n  name: <blog> & more"));
        add("code-long", new Block.Code("log", "a line of a log\n".repeat(250)));
        add(
                "link",
                new Block.Text(t("It is there.", "已经好了。")),
                new Block.Link("https://blog.example.com/shop", t("Open", "打开")),
                new Block.Link("http://127.0.0.1:8081/", t("In the sandbox", "沙箱地址")),
                new Block.Link("/desk#conversation=1", t("Open at the desk", "在工作台打开")));
        add(
                "support-call",
                new Block.Text(t("wei needs help", "wei 需要帮助")),
                new Block.Choices(List.of(new Choice("case:42:take", t("Take over", "接入"), Style.PRIMARY))));
    }

    private void questions() {
        add("choices", new Block.Text(t("Shall I?", "可以吗？")), new Block.Choices(yesNo()));
        add("choices-select", new Block.Text(t("Which?", "哪一个？")), choices(30));
        add("choices-very-many", new Block.Text(t("Which?", "哪一个？")), choices(130));
        add("confirm", new Block.Confirm(t("Delete **blog**?", "删除 **blog**？"), yesNo()));
        add("form", new Block.Text(t("A few questions.", "几个问题。")), form(everyKind()));
        add(
                "form-long",
                form(IntStream.range(0, 12).mapToObj(i -> text(i, null)).toList()));
        add(
                "form-errors",
                new Block.Text(t("Please check.", "请检查。")),
                form(List.of(text(0, t("This name is taken.", "这个名称已被使用。")), text(1, null))));
        add(
                "rating",
                new Block.Text(t("Did it help?", "有帮助吗？")),
                new Block.Rating(List.of(new Choice("up", null, null), new Choice("down", null, null))));
    }

    private void states() {
        add("progress", progress(State.RUNNING));
        add("progress-done", progress(State.DONE));
        add("progress-failed", progress(State.FAILED), new Block.Choices(yesNo()));
        add(
                "status",
                new Block.Status(List.of(
                        new Block.Row("blog", "healthy", "2/2"),
                        new Block.Row("shop", "progressing", "1/2"),
                        new Block.Row("wiki", "failed", t("no such image", "镜像不存在")),
                        new Block.Row("old", "stopped", ""))));
    }

    private void approvals(Approval.State state) {
        String word = state.name().toLowerCase(Locale.ROOT);
        Choice withdraw = new Choice("withdraw", t("Withdraw", "撤回"), Style.PLAIN);
        List<Choice> own = switch (state) {
            case REQUESTED -> List.of(withdraw);
            case COUNTERED -> List.of(new Choice("accept", t("Accept", "接受"), Style.PRIMARY), withdraw);
            default -> List.of();
        };
        List<Choice> agents = state == Approval.State.REQUESTED
                ? List.of(
                        new Choice("approve", t("Approve", "批准"), Style.PRIMARY),
                        new Choice("counter", t("Offer less", "减少配额"), Style.PLAIN),
                        new Choice("deny", t("Refuse", "拒绝"), Style.DANGER))
                : List.of();
        add("approval-" + word, request(word, "50 GiB", own));
        add("support-approval-" + word, request(word, "50 GiB", agents));
        if (state == Approval.State.REQUESTED) {
            add("support-approval-of-a-template", request(word, "kind: ConfigMap\n".repeat(300), agents));
        }
    }

    private String t(String english, String zh) {
        return chinese ? zh : english;
    }

    private List<Choice> yesNo() {
        return List.of(
                new Choice("yes", t("Yes", "是"), Style.PRIMARY),
                new Choice("edit", t("Change it", "修改"), null),
                new Choice("no", t("No", "否"), Style.DANGER));
    }

    private Block choices(int many) {
        return new Block.Choices(IntStream.range(0, many)
                .mapToObj(i -> Choice.of("template:" + i, t("Template ", "模板 ") + i))
                .toList());
    }

    private Block.Form form(List<Block.Field> fields) {
        return new Block.Form(t("Your application", "您的应用"), t("Go on", "继续"), fields);
    }

    private List<Block.Field> everyKind() {
        return List.of(
                text(0, null),
                field(Kind.SECRET, t("Password", "密码"), null, null),
                field(Kind.NUMBER, t("Replicas", "副本数"), 2, null),
                field(Kind.BOOLEAN, "TLS", true, null),
                field(Kind.CHOICE, t("Size", "规格"), "edit", yesNo()),
                field(Kind.FILE, t("A file", "文件"), null, null));
    }

    private Block.Field text(int number, @Nullable String error) {
        String label = t("Name", "名称") + " " + number;
        return new Block.Field("name" + number, Kind.TEXT, label, t("such as blog", "例如 blog"), true, "", null, error);
    }

    private static Block.Field field(Kind kind, String label, @Nullable Object value, @Nullable List<Choice> options) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        return new Block.Field(name, kind, label, null, true, value, options, null);
    }

    private Block progress(State state) {
        return new Block.Progress(
                t("Deploying blog", "正在部署 blog"),
                state,
                List.of(
                        new Block.Step(t("Objects written", "对象已写入"), State.DONE, null),
                        new Block.Step("mysql", state, t("0 of 1 are ready", "1 个实例中 0 个就绪")),
                        new Block.Step("wordpress", state == State.DONE ? State.DONE : State.WAITING, null)));
    }

    private Block request(String state, String size, List<Choice> choices) {
        return new Block.Request(
                "0d4c3d9e-2f5c-4a53-8f38-1b0f0a3c2d11",
                t("wei would like the image space shop", "wei 申请镜像空间 shop"),
                state,
                List.of(
                        new Block.Fact(t("Purpose", "用途"), t("the <shop> of the spring campaign", "春季活动的<商城>")),
                        new Block.Fact(t("Storage", "存储"), size),
                        new Block.Fact("CPU", t("4 cores", "4 核"))),
                choices);
    }
}
