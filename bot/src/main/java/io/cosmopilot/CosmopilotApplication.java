package io.cosmopilot;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Cosmopilot. */
@Modulithic(systemName = "Cosmopilot")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CosmopilotApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CosmopilotApplication.class, arguments);
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
