package io.cosmopilot.adapters.slack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.cosmopilot.adapters.channels.Backstage;
import io.cosmopilot.adapters.slack.fake.FakeSlack;
import io.cosmopilot.adapters.slack.fake.Told;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Person.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that come too slowly to be waited for before the acknowledgement. */
class SlackSlowFilesTest {

    private static final String WEI = "UWEI";
    private static final String HOME = "D" + WEI;

    private final FakeSlack slack = new FakeSlack();
    private final Backstage stage =
            new Backstage(SlackTest.properties(slack), SlackConfiguration.class, WorkByHand.class);

    @AfterEach
    void close() {
        stage.close();
        slack.close();
    }

    @Test
    void areAcknowledgedAtOnceAndFetchedAfterwards() {
        FakeSlack.await(() -> slack.openSockets() == 2, () -> "two sockets");
        slack.user(WEI, "Wei", "en-US");
        stage.register("wei", "Wei", Role.DEVELOPER);
        stage.bean(People.class).choose("wei", "en");
        String offer = stage.bean(Links.class).offer(new Account("slack", FakeSlack.TEAM + "/" + WEI, "Wei", WEI));
        stage.bean(Links.class).confirm(offer.substring(offer.indexOf('#') + 1), "wei");

        slack.faults().hold("web.yaml");
        Told told = slack.share(WEI, "web.yaml", "kind: List".getBytes(StandardCharsets.UTF_8), "")
                .acknowledged();
        assertThat(slack.awaitMessage(HOME, "web.yaml").shown())
                .contains("takes a while", "don’t have to send it again");
        assertThat(uploads()).isZero();
        assertThat(told.isAcknowledged()).isTrue();

        slack.faults().release("web.yaml");
        ManualScheduler jobs = stage.bean(ManualScheduler.class);
        jobs.runAnyDueExecutions();
        assertThat(slack.awaitMessage(HOME, "Before you can deploy").shown()).contains("image space");
        assertThat(uploads()).isEqualTo(1);
        jobs.runAnyDueExecutions();
        assertThat(uploads()).isEqualTo(1);
        assertThat(slack.messages(HOME).stream()
                        .filter(message -> message.shown().contains("takes a while")))
                .hasSize(1);
    }

    private long uploads() {
        return stage.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM conversations.upload")
                .query(Long.class)
                .single();
    }

    /** Work is done when the test says so. No annotation: whoever scans the package is not to find it. */
    static class WorkByHand {

        @Bean
        ManualScheduler scheduler(DataSource database, Task<SlackFile> fetchSlackFile, java.time.Clock clock) {
            JdbcClient.create(database).sql("""
                    CREATE TABLE scheduled_tasks (
                        task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,
                        execution_time timestamptz NOT NULL, picked boolean NOT NULL, picked_by text,
                        last_success timestamptz, last_failure timestamptz, consecutive_failures int,
                        last_heartbeat timestamptz, version bigint NOT NULL, priority smallint,
                        PRIMARY KEY (task_name, task_instance))""").update();
            SettableClock time = new SettableClock();
            time.set(clock.instant());
            return TestHelper.createManualScheduler(database, List.of(fetchSlackFile))
                    .clock(time)
                    .build();
        }
    }
}
