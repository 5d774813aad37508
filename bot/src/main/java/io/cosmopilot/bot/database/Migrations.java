package io.cosmopilot.bot.database;

import java.util.List;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Brings the tables up to date, each module's with a history of its own, so that no module has to know another's
 * version numbers.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {

    /** Those that own tables, in the order of their dependencies; each has a folder of its name. */
    static final List<String> MODULES = List.of("deploy", "conversations", "adapters");

    private static final String HISTORY = "flyway_schema_history";

    @Bean
    FlywayMigrationStrategy moduleByModule() {
        return Migrations::migrate;
    }

    private static void migrate(Flyway flyway) {
        migrate(flyway, "__root", HISTORY);
        MODULES.forEach(module -> migrate(flyway, module, HISTORY + "_" + module));
    }

    private static void migrate(Flyway flyway, String folder, String history) {
        new FluentConfiguration(flyway.getConfiguration().getClassLoader())
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/migration/" + folder)
                .table(history)
                // The other modules' tables are there already, which is no reason to refuse.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                // Branches that land late bring smaller numbers.
                .outOfOrder(true)
                // Another replica that starts at the same time does it; this one waits, however long that takes.
                .lockRetryCount(-1)
                .load()
                .migrate();
    }
}
