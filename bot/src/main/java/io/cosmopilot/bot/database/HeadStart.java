package io.cosmopilot.bot.database;

import java.nio.file.Path;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** Starts the embedded PostgreSQL while the application is still put together: of all its parts it takes longest. */
final class HeadStart implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String NAME = "embeddedPostgresStarting";

    @Override
    public void initialize(GenericApplicationContext context) {
        Environment environment = context.getEnvironment();
        if ("embedded".equals(environment.getProperty("spring.datasource.url", "embedded"))) {
            Starting starting = Starting.on(Path.of(environment.getRequiredProperty("cosmopilot.data")));
            DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
            beans.registerSingleton(NAME, starting);
            // An application that fails before anybody asks for the database must not leave its server behind.
            beans.registerDisposableBean(NAME, starting::stop);
        }
    }
}
