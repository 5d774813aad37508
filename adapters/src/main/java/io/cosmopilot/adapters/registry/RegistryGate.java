package io.cosmopilot.adapters.registry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Registries and Docker engines are no browsers: they bring no cookies, and what they bring to prove who they are is
 * looked at by whoever answers. Nobody is signed in here, so nothing is done for whoever might be: tokens are asked for by
 * the hundreds.
 */
@Configuration(proxyBeanMethods = false)
class RegistryGate {

    static final String PATHS = "/registry/**";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain registryFilterChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(PATHS)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
