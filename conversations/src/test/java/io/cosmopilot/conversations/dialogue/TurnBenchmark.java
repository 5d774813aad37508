package io.cosmopilot.conversations.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import io.cosmopilot.conversations.CountedDatabase;
import io.cosmopilot.conversations.Database;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.Incoming;
import io.cosmopilot.conversations.Speaker;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a turn costs without its database, in both languages: understanding, the step of the flow, the reply, and the
 * JSON of it all. {@link TurnCostTest} runs it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class TurnBenchmark {

    /** What is looked up in it is the deployment core's, which is made up. */
    private static final List<String> ENGLISH = List.of(
            "add a domain to blog",
            "blog.example.com",
            "back",
            "shop.example.com",
            "help",
            "asdf qwer zxcv",
            "/shop",
            "no, call it store.example.com",
            "cancel",
            "thanks");

    private static final List<String> CHINESE = List.of(
            "给 blog 加域名",
            "blog.example.com",
            "返回",
            "shop.example.com",
            "帮助",
            "今天天气怎么样",
            "/shop",
            "不对，改成 store.example.com",
            "取消",
            "谢谢");

    @Param({"en", "zh"})
    private String language = "en";

    private final CountedDatabase database = new CountedDatabase(Database.fresh());
    private final Transcript chat = Transcript.remembered(Locale.ENGLISH, database);
    private final Inbox inbox = chat.bean(Inbox.class);
    private List<String> dialogue = ENGLISH;
    private Speaker speaker = new Speaker("web", "wei", Locale.ENGLISH);
    private int said;

    @Setup
    public void open() {
        Locale locale = Locale.forLanguageTag(language);
        dialogue = language.equals("zh") ? CHINESE : ENGLISH;
        speaker = new Speaker("web", "wei", locale);
        chat.platform().grant("wei", "kstore");
        chat.platform().runs("blog");
        inbox.open(speaker);
        database.trips();
    }

    @Benchmark
    public Inbox.Receipt turn() {
        String text = dialogue.get(said++ % dialogue.size());
        return inbox.receive(speaker, new Incoming.Said(UUID.randomUUID().toString(), text));
    }

    @TearDown
    public void close() {
        assertThat(database.trips()).as("round trips").isZero();
        chat.close();
    }
}
