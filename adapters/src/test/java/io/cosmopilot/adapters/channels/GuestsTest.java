package io.cosmopilot.adapters.channels;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Block;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Message;
import io.cosmopilot.conversations.Reception;
import io.cosmopilot.conversations.Transcripts;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is not linked gets help, the guide and a link, and nothing else, whatever the channel is. */
class GuestsTest {

    private static final Backstage STAGE =
            new Backstage(Map.of("cosmopilot.portal.url", "https://portal.example.com/"));
    private final Account guest = new Account("made-up", UUID.randomUUID().toString(), "Somebody", "here");

    @AfterAll
    static void end() {
        STAGE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, how do I install Docker on Linux?, Source: platform guide",
        "zh, Linux 上怎么安装 Docker？, 来源",
        "en, what is a Dockerfile, Source: platform guide",
        "zh, Dockerfile 怎么写, 来源"
    })
    void aQuestionAboutThePlatformIsAnsweredWithItsSource(Locale locale, String question, String source) {
        List<Block> answer = says(locale, question);

        assertThat(text(answer)).contains(source).contains("Docker");
        assertThat(text(answer)).doesNotContain("/link#");
        assertThat(choices(answer)).isNotEmpty().allMatch(choice -> choice.startsWith("guide:"));
    }

    @Test
    void readsOnByTheButtonsOfAnAnswer() {
        List<Block> answer = says(Locale.ENGLISH, "how do I install Docker on Linux?");
        String next = choices(answer).getFirst();

        List<Block> more = does(Locale.ENGLISH, new Incoming.Chose(id(), 2, next));

        assertThat(text(more)).contains("Source: platform guide").isNotEqualTo(text(answer));
    }

    @ParameterizedTest
    @CsvSource({
        "en, deploy nginx name=blog, Link my account",
        "zh, 部署 nginx, 绑定我的账号",
        "en, status, Link my account",
        "en, human, Link my account",
        "en, lorem ipsum dolor, Link my account",
        "zh, 申请镜像空间 kstore, 绑定我的账号"
    })
    void everythingElseIsAnsweredByALink(Locale locale, String said, String label) {
        assertThat(text(says(locale, said))).contains("https://portal.example.com/link#", label);
        assertThat(STAGE.commands()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, help, how do I write a Dockerfile?", "zh, 帮助, Dockerfile 怎么写"})
    void helpTellsWhatCanBeAsked(Locale locale, String said, String example) {
        assertThat(text(says(locale, said))).contains(example, "https://portal.example.com/link#");
    }

    @Test
    void aButtonThatIsNotTheGuidesIsAnsweredByALink() {
        assertThat(text(does(Locale.ENGLISH, new Incoming.Chose(id(), 1, "deploy"))))
                .contains("/link#");
    }

    private List<Block> says(Locale locale, String text) {
        return does(locale, new Incoming.Said(id(), text));
    }

    private List<Block> does(Locale locale, Incoming incoming) {
        Inbox.Receipt receipt = STAGE.bean(Reception.class).receive(guest, locale, incoming);
        return STAGE.bean(Transcripts.class).after(receipt.conversation(), receipt.seq()).stream()
                .map(Message::blocks)
                .flatMap(List::stream)
                .toList();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static String text(List<Block> blocks) {
        return blocks.toString();
    }

    private static List<String> choices(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Choices.class::isInstance)
                .map(Block.Choices.class::cast)
                .flatMap(choices -> choices.choices().stream())
                .map(Block.Choice::id)
                .toList();
    }
}
