package io.cosmopilot.adapters.discord;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.cosmopilot.adapters.discord.fake.Seen;
import io.cosmopilot.adapters.discord.fake.Visitor;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Delivery;
import io.cosmopilot.conversations.Incoming;

import static org.assertj.core.api.Assertions.assertThat;

class DirectMessagesTest {

    private static final Stage STAGE = Stage.connected();

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @Test
    void whatIsWrittenIsSaidInTheLanguageItIsWrittenIn() {
        Visitor wei = STAGE.linked("wei");

        String english = wei.says("deploy wordpress");
        String chinese = wei.says("部署 wordpress");

        took(english);
        took(chinese);
        assertThat(STAGE.reception.of(english)).contains(new Incoming.Said(english, "deploy wordpress"));
        assertThat(STAGE.reception.locales()).contains(Locale.ENGLISH, Locale.CHINESE);
    }

    @Test
    void theBotWritesAndEditsInPlace() {
        Visitor wei = STAGE.linked("lin");

        Stage.Said said = STAGE.say(wei, new Block.Text("one of three"));
        said.now(new Block.Text("two of three"));
        said.now(new Block.Text("three of three"));

        assertThat(wei.direct().messages()).hasSize(1);
        Seen seen = wei.direct().awaits("three of three");
        assertThat(seen.edits()).isEqualTo(2);
    }

    @Test
    void aMessageThatGrowsAndShrinksIsEditedToo() {
        Visitor wei = STAGE.linked("tang");
        String longText = "word ".repeat(900);

        Stage.Said said = STAGE.say(wei, new Block.Text("short"));
        said.now(new Block.Text(longText));
        assertThat(wei.direct().messages()).hasSize(3);

        said.now(new Block.Text("short again"));
        assertThat(wei.direct().messages()).extracting(Seen::content).containsExactly("short again");
    }

    @Test
    void aButtonIsAnsweredWhenItsTurnIsTaken() {
        Visitor wei = STAGE.linked("min");
        Stage.Said said =
                STAGE.say(wei, new Block.Text("Sure?"), new Block.Choices(List.of(Block.Choice.of("yes", "Yes"))));

        var reaction = wei.presses(wei.direct().awaits("Sure?"), "Yes").answered();

        assertThat(STAGE.reception.of(reaction.id())).contains(new Incoming.Chose(reaction.id(), said.seq(), "yes"));
    }

    @Test
    void manyChoicesAreSelects() {
        Visitor wei = STAGE.linked("hua");
        List<Block.Choice> choices = IntStream.range(0, 60)
                .mapToObj(i -> Block.Choice.of("template:" + i, "Template " + i))
                .toList();
        Stage.Said said = STAGE.say(wei, new Block.Text("Which?"), new Block.Choices(choices));

        var reaction = wei.selects(wei.direct().awaits("Which?"), "Template 42").answered();

        assertThat(STAGE.reception.of(reaction.id()))
                .contains(new Incoming.Chose(reaction.id(), said.seq(), "template:42"));
    }

    @Test
    void choicesWithEndlessIdsArePressedAllTheSame() {
        Visitor wei = STAGE.linked("jun");
        String id = "tag:" + "x".repeat(300);
        Stage.Said said = STAGE.say(
                wei,
                new Block.Text("Which tag?"),
                new Block.Choices(List.of(Block.Choice.of("none", "None"), Block.Choice.of(id, "The long one"))));

        var reaction =
                wei.presses(wei.direct().awaits("Which tag?"), "The long one").answered();

        assertThat(STAGE.reception.of(reaction.id())).contains(new Incoming.Chose(reaction.id(), said.seq(), id));
    }

    @Test
    void aButtonOfSomebodyElsesConversationDoesNothingAndSaysSo() {
        Visitor wei = STAGE.linked("fang");
        Visitor eve = STAGE.linked("eve");
        STAGE.say(wei, new Block.Text("Delete it?"), new Block.Choices(List.of(Block.Choice.of("yes", "Yes"))));
        STAGE.say(eve, new Block.Text("Hello"));
        Seen own = eve.direct().awaits("Hello");
        String stolen = wei.direct()
                .awaits("Delete it?")
                .json()
                .path("components")
                .path(0)
                .path("components")
                .path(0)
                .path("custom_id")
                .asString();

        var reaction = eve.forges(own, stolen).answered();
        var nonsense = eve.forges(own, "c.nonsense").answered();

        assertThat(STAGE.reception.of(reaction.id())).isEmpty();
        assertThat(STAGE.reception.of(nonsense.id())).isEmpty();
        eve.direct().awaits("earlier conversation");
        eve.direct().awaits("do not know this button");
    }

    @Test
    void aFormIsFilledInInOneGo() {
        Visitor wei = STAGE.linked("ying");
        Stage.Said said = STAGE.say(wei, new Block.Text("Tell me more."), form(3));

        var reaction = wei.presses(wei.direct().awaits("Tell me more."), "✏️ Your application");
        JsonNode form = reaction.form();
        assertThat(form.path("title").asString()).isEqualTo("Your application");
        var sent = reaction.submits(Map.of("field0", "blog", "field1", "2")).answered();

        assertThat(STAGE.reception.of(sent.id()))
                .contains(new Incoming.Submitted(
                        sent.id(), said.seq(), Map.of("field0", "blog", "field1", "2", "field2", "value 2")));
    }

    @Test
    void aFormOfManyQuestionsIsAskedInParts() {
        Visitor wei = STAGE.linked("qing");
        Stage.Said said = STAGE.say(wei, new Block.Text("A lot to ask."), form(12));

        var first = wei.presses(wei.direct().awaits("A lot to ask."), "✏️ Your application");
        first.submits(Map.of("field0", "blog")).answered();
        var second = wei.presses(wei.direct().awaits("2/3"), "✏️ Go on (2/3)");
        second.submits(Map.of("field7", "seven")).answered();
        var third = wei.presses(wei.direct().awaits("3/3"), "✏️ Go on (3/3)");
        assertThat(third.form().path("title").asString()).isEqualTo("Your application (3/3)");
        var sent = third.submits(Map.of()).answered();

        Incoming.Submitted submitted =
                (Incoming.Submitted) STAGE.reception.of(sent.id()).orElseThrow();
        assertThat(submitted.seq()).isEqualTo(said.seq());
        assertThat(submitted.fields())
                .hasSize(12)
                .containsEntry("field0", "blog")
                .containsEntry("field7", "seven")
                .containsEntry("field11", "value 11");
    }

    @Test
    void filesComeInWithWordsOrInForms() {
        Visitor wei = STAGE.linked("xin");
        String sent = wei.sends("app.yaml", "kind: Deployment".getBytes(StandardCharsets.UTF_8), "deploy this");
        took(sent);
        Incoming.Attached attached =
                (Incoming.Attached) STAGE.reception.of(sent).orElseThrow();
        assertThat(STAGE.uploads).containsEntry(attached.upload(), "kind: Deployment");
        assertThat(attached.text()).isEqualTo("deploy this");

        STAGE.say(
                wei,
                new Block.Text("Your manifest?"),
                new Block.Form(
                        "Manifest",
                        "Send",
                        List.of(new Block.Field("file", Block.Kind.FILE, "File", null, true, null, null, null))));
        var reaction = wei.presses(wei.direct().awaits("Your manifest?"), "✏️ Manifest")
                .submits(Map.of("file", "kind: Service"))
                .answered();
        Incoming.Submitted submitted =
                (Incoming.Submitted) STAGE.reception.of(reaction.id()).orElseThrow();
        assertThat(STAGE.uploads).containsEntry(submitted.fields().get("file"), "kind: Service");
    }

    @Test
    void archivesComeIn() {
        Visitor wei = STAGE.linked("dong");

        String sent = wei.sends("site.zip", "PK-as-zips-begin".getBytes(StandardCharsets.UTF_8), "");
        took(sent);

        Incoming.Attached attached =
                (Incoming.Attached) STAGE.reception.of(sent).orElseThrow();
        assertThat(STAGE.uploads).containsEntry(attached.upload(), "PK-as-zips-begin");
    }

    @Test
    void filesThatAreOfNoUseAreRefusedInWords() {
        Visitor wei = STAGE.linked("ping");

        wei.sends("photo.png", new byte[] {1, 2, 3}, "");
        wei.sends("huge.yaml", new byte[300 * 1024], "");

        wei.direct().awaits("“photo.png” is not a kind of file");
        wei.direct().awaits("“huge.yaml” is too large");
    }

    @Test
    void longLogsGoOutAsFiles() {
        Visitor wei = STAGE.linked("gang");
        String log = IntStream.range(0, 500).mapToObj(i -> "line " + i).reduce("", (all, line) -> all + line + "\n");

        STAGE.say(wei, new Block.Code("log", log));

        Seen seen = wei.direct().awaits("log.txt");
        assertThat(seen.json().path("attachments").path(0).path("size").asInt()).isEqualTo(log.length());
    }

    @Test
    void commandsAreLinesAndAreCompletedFromLiveData() {
        Visitor wei = STAGE.linked("kai");

        assertThat(wei.completes("status", "application", "bl")).containsExactly("kai-blog");
        assertThat(wei.completes("deploy", "template", "wordpres")).contains("wordpress");
        assertThat(STAGE.discord.person("nobody").completes("status", "application", ""))
                .isEmpty();
        var reaction = wei.commands(
                        "deploy",
                        Map.of("template", "wordpress", "name", "blog", "replicas", "2", "more", "password=Secret-1"))
                .answered();

        assertThat(STAGE.reception.of(reaction.id()))
                .contains(new Incoming.Said(reaction.id(), "deploy wordpress name=blog replicas=2 password=Secret-1"));
        Seen echo = wei.direct().awaits("▸ deploy wordpress name=blog replicas=2 …");
        assertThat(echo.all()).doesNotContain("Secret-1");
    }

    @Test
    void aTurnThatTakesLongIsDeferred() {
        Visitor wei = STAGE.linked("man");
        STAGE.say(wei, new Block.Text("Slow?"), new Block.Choices(List.of(Block.Choice.of("yes", "Yes"))));
        var waiting = new CountDownLatch(1);
        STAGE.reception.meanwhile = () -> hold(waiting);
        try {
            var reaction = wei.presses(wei.direct().awaits("Slow?"), "Yes").answered();

            assertThat(STAGE.reception.of(reaction.id())).isEmpty();
            waiting.countDown();
            took(reaction.id());
        } finally {
            waiting.countDown();
            STAGE.reception.meanwhile = () -> {};
        }
    }

    @Test
    void whoeverTakesNoDirectMessagesCannotBeReached() {
        Visitor shy = STAGE.linked("shy");
        STAGE.discord.faults().closeDirectMessages(true);
        try {
            assertThat(STAGE.say(shy, new Block.Text("Hello?")).delivery()).isInstanceOf(Delivery.Undeliverable.class);
        } finally {
            STAGE.discord.faults().closeDirectMessages(false);
        }
    }

    @Test
    void onAServerAnswersArePrivateForAsLongAsDiscordLetsThem() {
        Visitor wei = STAGE.linked("bao");
        var reaction = wei.commands(STAGE.support, "status", Map.of()).answered();
        reaction.told(seen -> seen.content().equals("▸ status"));

        Stage.Said said = STAGE.say(wei, new Block.Text("blog is starting"));
        reaction.told(seen -> seen.content().equals("blog is starting"));
        said.now(new Block.Text("blog is healthy"));
        reaction.told(seen -> seen.content().equals("blog is healthy"));
        assertThat(wei.direct().messages()).isEmpty();

        STAGE.clock.forward(Duration.ofMinutes(15).plusSeconds(1));
        said.now(new Block.Text("blog was approved later"));

        assertThat(wei.direct().messages()).extracting(Seen::content).containsExactly("blog was approved later");
        said.now(new Block.Text("and revised there"));
        assertThat(wei.direct().messages()).extracting(Seen::content).containsExactly("and revised there");
    }

    @Test
    void whoeverMentionsTheBotIsAnsweredInPrivate() {
        Visitor wei = STAGE.linked("nan");
        String sent = wei.mentions(STAGE.support, "help");

        took(sent);
        assertThat(STAGE.reception.of(sent)).contains(new Incoming.Said(sent, "help"));
        STAGE.support.awaits("answered you in our direct messages");
    }

    private static Block.Form form(int fields) {
        return new Block.Form(
                "Your application",
                "Go",
                IntStream.range(0, fields)
                        .mapToObj(i -> new Block.Field(
                                "field" + i, Block.Kind.TEXT, "Field " + i, null, true, "value " + i, null, null))
                        .toList());
    }

    private static void took(String event) {
        STAGE.discord.await(
                "the event " + event, () -> STAGE.reception.of(event).isPresent());
    }

    private static void hold(CountDownLatch waiting) {
        try {
            waiting.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
