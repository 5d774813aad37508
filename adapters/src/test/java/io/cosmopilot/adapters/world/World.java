package io.cosmopilot.adapters.world;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

import io.cosmopilot.conversations.Journeys;
import io.cosmopilot.deploy.Application;
import io.cosmopilot.deploy.Applications;
import io.cosmopilot.deploy.Component;
import io.cosmopilot.deploy.Health;
import io.cosmopilot.deploy.Problem;

/** The adapters and the accounts as they are; what stands behind them is made up. */
@SpringBootApplication(
        scanBasePackages = {
            "io.cosmopilot.adapters",
            "io.cosmopilot.conversations.people",
            "io.cosmopilot.conversations.uploads"
        },
        exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan("io.cosmopilot.adapters")
public class World {

    @Bean(destroyMethod = "close")
    static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.start();
    }

    @Bean
    static DataSource database(EmbeddedPostgres postgres) {
        DataSource database = postgres.getPostgresDatabase();
        Schema.into(database, "conversations", "adapters");
        return database;
    }

    @Bean
    static HandClock clock() {
        return new HandClock();
    }

    @Bean
    static MadeUpConversations conversations() {
        return new MadeUpConversations();
    }

    @Bean
    static MadeUpDesk desk(HandClock clock) {
        return new MadeUpDesk(clock);
    }

    @Bean
    static MadeUpRegistry registry() {
        return new MadeUpRegistry();
    }

    @Bean
    static MadeUpLinks links() {
        return new MadeUpLinks();
    }

    @Bean
    static Journeys journeys() {
        return person -> new Journeys.Journey(Set.of(Journeys.Step.REGISTER));
    }

    @Bean
    static Applications applications() {
        Application blog = new Application(
                "blog",
                "shop",
                "wordpress",
                Health.FAILED,
                List.of(new Component("Deployment", "blog", Health.FAILED, 1, 2, "wordpress:6")),
                List.of(80),
                List.of("http://blog.example.com/"),
                3,
                List.of(Problem.of("adapters.problem.internal.detail", "42")));
        return new Applications() {
            @Override
            public List<Application> of(String person) {
                return person.equals("wei") ? List.of(blog) : List.of();
            }

            @Override
            public Optional<Application> find(String person, String name) {
                return Optional.empty();
            }

            @Override
            public boolean taken(String space, String name) {
                return false;
            }
        };
    }
}
