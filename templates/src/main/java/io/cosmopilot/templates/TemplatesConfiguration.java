package io.cosmopilot.templates;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers what this module does to the application. */
@Configuration(proxyBeanMethods = false)
class TemplatesConfiguration {

    @Bean
    Catalogue catalogue() {
        return Catalogue.shipped();
    }

    @Bean
    Templates templates() {
        return Templates.standard();
    }
}
