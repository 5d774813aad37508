package io.cosmopilot;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

import io.cosmopilot.bot.ClassesAhead;

/** Cosmopilot. */
@Modulithic(systemName = "Cosmopilot")
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class,
        // Modules name their classes after the domain, so that two may have the same name.
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class CosmopilotApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(CosmopilotApplication.class);
        application.addInitializers(new ClassesAhead());
        application.run(arguments);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
