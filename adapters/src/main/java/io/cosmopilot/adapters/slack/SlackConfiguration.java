package io.cosmopilot.adapters.slack;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.words.WordsForReader;
import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Reception;
import io.cosmopilot.conversations.Transcripts;
import io.cosmopilot.deploy.Applications;

/** Slack, when there is a token for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cosmopilot.slack.bot-token")
@EnableConfigurationProperties(SlackProperties.class)
class SlackConfiguration {

    private final SlackProperties properties;

    SlackConfiguration(SlackProperties properties) {
        this.properties = properties;
    }

    @Bean(destroyMethod = "close")
    Slack slack() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(properties.apiUrl());
        return Slack.getInstance(config);
    }

    @Bean
    App slackApp(Slack slack) {
        return new App(AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(properties.botToken())
                .signingSecret(Objects.requireNonNullElse(properties.signingSecret(), ""))
                .authTestCacheEnabled(true)
                .allEventsApiAutoAckEnabled(true)
                .build());
    }

    @Bean
    SlackWeb slackWeb(Slack slack, JsonMapper json) {
        return new SlackWeb(slack.methods(properties.botToken()), json);
    }

    /** Without a secret to check signatures with, nothing is taken over HTTP. */
    @Bean
    @ConditionalOnProperty("cosmopilot.slack.signing-secret")
    RouterFunction<ServerResponse> slackEvents(App app) {
        SlackEvents events = new SlackEvents(app);
        return RouterFunctions.route().POST("/slack/events", events::take).build();
    }

    @Bean
    SlackPeople slackPeople(SlackWeb web) {
        return new SlackPeople(web, properties.locale());
    }

    @Bean
    SlackShares slackShares(
            Links links,
            FilesIn filesIn,
            SlackPeople people,
            SlackWeb web,
            WordsForReader words,
            ObjectProvider<Reception> reception,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        SlackFiles files = new SlackFiles(
                links,
                filesIn,
                Objects.requireNonNull(properties.botToken()),
                URI.create(properties.apiUrl()).getHost());
        return new SlackShares(files, people, web, words, reception, scheduler, clock);
    }

    @Bean
    Task<SlackFile> fetchSlackFile(SlackShares shares) {
        return Tasks.oneTime(SlackShares.TASK).execute((instance, context) -> shares.fetch(instance.getData()));
    }

    @Bean
    SlackChannel slackChannel(
            App app,
            SlackWeb web,
            SlackPeople people,
            SlackShares shares,
            Links links,
            Transcripts transcripts,
            Journeys journeys,
            Applications applications,
            WordsForReader words,
            Environment environment) {
        SlackHomes homes = new SlackHomes(links, journeys, applications, web, words);
        Function<Reception, SlackEars> ears = reception -> new SlackEars(
                reception, transcripts, web, people, shares, homes, Set.copyOf(properties.supportChannels()), words);
        String portal = environment.getProperty("cosmopilot.portal.url", "http://127.0.0.1:8080");
        return new SlackChannel(properties, app, web, ears, words, path -> portal.replaceAll("/+$", "") + path);
    }

    @Bean
    HealthIndicator slackHealthIndicator(SlackChannel channel) {
        return new SlackHealth(channel, properties);
    }
}
