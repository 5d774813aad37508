package io.cosmopilot.adapters.discord;

import java.time.Clock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.leases.Leases;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.templates.Catalogue;

/** Discord, when there is a token for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("cosmopilot.discord.token")
@EnableConfigurationProperties(DiscordProperties.class)
class DiscordConfiguration {

    @Bean(destroyMethod = "close")
    DiscordAdapter discord(
            DiscordProperties settings,
            JdbcClient jdbc,
            Clock clock,
            JsonMapper json,
            MessageSource messages,
            Leases leases,
            Links links,
            FilesIn files,
            Catalogue catalogue,
            Applications applications) {
        Desks desks = new Desks();
        Lanes lanes = new Lanes();
        Openings openings = new Openings(jdbc, clock);
        Roots roots = new Roots(jdbc);
        Letters letters = new Letters(desks, links, files, openings, roots, messages);
        Fillings fillings = new Fillings(new HalfForms(jdbc, clock, json), letters, links);
        Proposals proposals = new Proposals(catalogue, applications, links);
        Presses presses = new Presses(desks, proposals, openings, fillings, messages);
        Ear ear = new Ear(settings, messages, lanes, letters, presses);
        Seat seat = new Seat(leases, settings.leaseLasts(), clock, new Connector(settings, ear));
        return new DiscordAdapter(settings, seat, new Mailman(messages, openings, roots), desks, lanes);
    }

    @Bean
    HealthIndicator discordHealthIndicator(DiscordAdapter discord) {
        return discord.health();
    }
}
