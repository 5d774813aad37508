package io.cosmopilot.deploy;

import java.io.IOException;
import java.time.Clock;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.support.TransactionOperations;

import io.cosmopilot.templates.Catalogue;
import io.cosmopilot.templates.Templates;

/** The module alone, on an embedded PostgreSQL, with a catalogue of its own. */
@SpringBootApplication
public class DeployApplication {

    /** False for those who name the database that they share. */
    static final String DATABASE = "test.own-database";

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = DATABASE, matchIfMissing = true)
    EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().start();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = DATABASE, matchIfMissing = true)
    HikariDataSource dataSource(EmbeddedPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setDataSource(postgres.getPostgresDatabase());
        return pool;
    }

    @Bean
    Clock wallClock() {
        return Clock.systemUTC();
    }

    @Bean
    Catalogue catalogue() {
        return new ShopCatalogue();
    }

    @Bean
    Templates templates() {
        return Templates.standard();
    }

    @Bean
    @ConditionalOnMissingBean
    Reports reports() {
        return new Reports();
    }

    @Bean
    @Lazy
    Tenants tenants(
            Spaces spaces,
            Releases releases,
            Applications applications,
            Reports reports,
            TransactionOperations transaction) {
        return new Tenants(spaces, releases, applications, reports, transaction, RealCluster.administrator());
    }
}
