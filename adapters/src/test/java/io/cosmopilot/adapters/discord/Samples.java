package io.cosmopilot.adapters.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Block.Choice;
import io.cosmopilot.conversations.Block.Kind;
import io.cosmopilot.conversations.Block.State;
import io.cosmopilot.conversations.Block.Style;

/** One of each block, as flows say them; and blocks that nobody would say. */
final class Samples {

    private final boolean chinese;

    private Samples(Locale locale) {
        chinese = locale.getLanguage().equals("zh");
    }

    static Map<String, List<Block>> all(Locale locale) {
        return new Samples(locale).all();
    }

    private Map<String, List<Block>> all() {
        Map<String, List<Block>> all = new LinkedHashMap<>();
        all.put("text", List.of(new Block.Text(t("**Hello!** I am the platform’s assistant.", "**你好！**我是平台助手。"))));
        all.put("text-long", List.of(new Block.Text(t("A paragraph. ", "一段话。").repeat(400))));
        all.put("choices", List.of(new Block.Text(t("Shall I?", "可以吗？")), new Block.Choices(yesNo())));
        all.put("choices-select", List.of(new Block.Text(t("Which?", "哪一个？")), choices(30)));
        all.put("choices-numbered", List.of(new Block.Text(t("Which?", "哪一个？")), choices(130)));
        all.put("confirm", List.of(new Block.Confirm(t("Delete **blog**?", "删除 **blog**？"), yesNo())));
        all.put("form", List.of(new Block.Text(t("A few questions.", "几个问题。")), form(3)));
        all.put("form-errors", List.of(new Block.Text(t("Please check.", "请检查。")), formWithError()));
        all.put("progress", List.of(progress(State.RUNNING)));
        all.put("progress-failed", List.of(progress(State.FAILED), new Block.Choices(yesNo())));
        all.put("status", List.of(status()));
        all.put("code", List.of(new Block.Code("yaml", "kind: Service\nmetadata:\n  name: blog")));
        all.put("code-long", List.of(new Block.Code("log", "a line of a log\n".repeat(200))));
        all.put(
                "link",
                List.of(
                        new Block.Text(t("It is there.", "已经好了。")),
                        new Block.Link("https://blog.example.com/shop", t("Open", "打开")),
                        new Block.Link("http://127.0.0.1:8081/", t("In the sandbox", "沙箱地址"))));
        all.put("approval", List.of(request("requested")));
        all.put("approval-decided", List.of(request("approved")));
        all.put("support-approval", List.of(request("requested")));
        all.put(
                "support-call",
                List.of(
                        new Block.Text(t("wei needs help", "wei 需要帮助")),
                        new Block.Choices(List.of(new Choice("case:42:take", t("Take over", "接入"), Style.PRIMARY)))));
        all.put(
                "rating",
                List.of(
                        new Block.Text(t("Did it help?", "有帮助吗？")),
                        new Block.Rating(List.of(new Choice("up", null, null), new Choice("down", null, null)))));
        return all;
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

    private Block.Form form(int fields) {
        return new Block.Form(
                t("Your application", "您的应用"),
                t("Go on", "继续"),
                IntStream.range(0, fields)
                        .mapToObj(i -> field("field" + i, null))
                        .toList());
    }

    private Block.Form formWithError() {
        return new Block.Form(
                t("Your application", "您的应用"),
                t("Go on", "继续"),
                List.of(field("name", t("This name is taken.", "这个名称已被使用。")), field("replicas", null)));
    }

    private Block.Field field(String name, @Nullable String error) {
        return new Block.Field(
                name, Kind.TEXT, t("Name", "名称") + " " + name, t("such as blog", "例如 blog"), true, "", null, error);
    }

    private Block progress(State state) {
        return new Block.Progress(
                t("Deploying blog", "正在部署 blog"),
                state,
                List.of(
                        new Block.Step(t("Objects written", "对象已写入"), State.DONE, null),
                        new Block.Step("mysql", state, t("0 of 1 are ready", "1 个实例中 0 个就绪")),
                        new Block.Step("wordpress", State.WAITING, null)));
    }

    private Block status() {
        return new Block.Status(List.of(
                new Block.Row("blog", "healthy", "2/2"),
                new Block.Row("shop", "progressing", "1/2"),
                new Block.Row("wiki", "failed", t("no such image", "镜像不存在")),
                new Block.Row("old", "stopped", "")));
    }

    private Block request(String state) {
        return new Block.Request(
                "0d4c3d9e-2f5c-4a53-8f38-1b0f0a3c2d11",
                t("wei would like the image space shop", "wei 申请镜像空间 shop"),
                state,
                List.of(
                        new Block.Fact(t("Purpose", "用途"), t("the shop of the spring campaign", "春季活动的商城")),
                        new Block.Fact(t("Storage", "存储"), "50 GiB"),
                        new Block.Fact("CPU", t("4 cores", "4 核"))),
                state.equals("requested")
                        ? List.of(
                                new Choice("approve", t("Approve", "批准"), Style.PRIMARY),
                                new Choice("counter", t("Offer less", "减少配额"), Style.PLAIN),
                                new Choice("deny", t("Refuse", "拒绝"), Style.DANGER))
                        : List.of());
    }

    /** Blocks with whatever can be in them. */
    static List<Block> wild(Random random) {
        return IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> wildBlock(random))
                .toList();
    }

    private static Block wildBlock(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> new Block.Text(wildText(random, 9000));
            case 1 -> new Block.Choices(wildChoices(random, 140));
            case 2 ->
                new Block.Form(
                        wildText(random, 100),
                        "ok",
                        some(
                                random,
                                12,
                                i -> new Block.Field(
                                        "f" + i,
                                        Kind.TEXT,
                                        wildText(random, 90),
                                        null,
                                        false,
                                        null,
                                        null,
                                        wildText(random, 90))));
            case 3 -> new Block.Confirm(wildText(random, 3000), wildChoices(random, 3));
            case 4 ->
                new Block.Progress(
                        wildText(random, 400),
                        State.RUNNING,
                        some(
                                random,
                                60,
                                i -> new Block.Step(wildText(random, 200), State.DONE, wildText(random, 300))));
            case 5 ->
                new Block.Status(some(random, 300, i -> new Block.Row("app" + i, "healthy", wildText(random, 100))));
            case 6 -> new Block.Code(random.nextBoolean() ? "yaml" : "log", wildText(random, 20_000));
            case 7 -> new Block.Link("https://example.com/" + "p".repeat(random.nextInt(900)), wildText(random, 200));
            case 8 ->
                new Block.Request(
                        "a",
                        wildText(random, 400),
                        "requested",
                        some(random, 40, i -> new Block.Fact(wildText(random, 400), wildText(random, 2000))),
                        wildChoices(random, 4));
            default -> new Block.Rating(wildChoices(random, 2));
        };
    }

    private static List<Choice> wildChoices(Random random, int most) {
        return some(
                random, most, i -> new Choice("c" + i + "x".repeat(random.nextInt(200)), wildText(random, 150), null));
    }

    private static <T> List<T> some(Random random, int most, IntFunction<T> each) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(each).toList();
    }

    private static String wildText(Random random, int most) {
        String[] bits = {"word ", "字", "\n", "\n\n", "😀", "```", "**", "@everyone ", "  ", "x".repeat(70)};
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most);
        while (text.length() < length) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        return text.toString();
    }
}
