package io.cosmopilot.adapters.access;

import java.util.Optional;

import jakarta.servlet.DispatcherType;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.ProblemWriter;
import io.cosmopilot.conversations.People;

/** What everybody may reach, what only who is signed in, and what only agents. */
@Configuration(proxyBeanMethods = false)
class Gate {

    private final ProblemWriter problems;
    private final AccessProperties properties;

    Gate(ProblemWriter problems, AccessProperties properties) {
        this.problems = problems;
        this.properties = properties;
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Recognition recognition) throws Exception {
        // Sessions are our own. What Spring Security does for stateless ones would take each request for a sign-in, and
        // renew the CSRF token each time: of two calls that a page makes at once the second would be refused.
        return http.securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(recognition, AnonymousAuthenticationFilter.class)
                .csrf(Gate::csrf)
                .cors(cors -> {})
                .headers(this::headers)
                .exceptionHandling(this::refusals)
                .authorizeHttpRequests(Gate::rules)
                .build();
    }

    /** How long each filter takes is of no use to anybody, and to measure it takes longer than the filters. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Recognition recognition(
            Tokens tokens, Sessions sessions, SessionCookie cookie, People people, Optional<Issuer> issuer) {
        return new Recognition(tokens, sessions, cookie, people, issuer, problems);
    }

    /** It belongs into the security chain, not before every request a second time. */
    @Bean
    FilterRegistrationBean<Recognition> recognitionInChainOnly(Recognition recognition) {
        FilterRegistrationBean<Recognition> registration = new FilterRegistrationBean<>(recognition);
        registration.setEnabled(false);
        return registration;
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/api/desk/**")
                .hasRole("AGENT")
                .requestMatchers("/api/me/**", "/api/accounts/me/**", "/api/webchat/**")
                .authenticated()
                .requestMatchers(HttpMethod.DELETE, "/api/session")
                .authenticated()
                .anyRequest()
                .permitAll();
    }

    /** A token in a header is sent by nobody but who means it; a body in JSON comes from no other site’s form. */
    private static void csrf(CsrfConfigurer<HttpSecurity> csrf) {
        csrf.spa()
                .ignoringRequestMatchers(request -> Bearer.of(request).isPresent())
                // Signed by Slack.
                .ignoringRequestMatchers("/slack/events")
                .ignoringRequestMatchers(
                        request -> HttpMethod.POST.matches(request.getMethod()) && signsIn(request.getRequestURI()));
    }

    private static boolean signsIn(String path) {
        return path.equals("/api/accounts") || path.equals("/api/session") || path.equals("/api/tokens");
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; img-src 'self' data:;"
                        + " connect-src 'self' ws: wss:; object-src 'none'; base-uri 'self'; form-action 'self';"
                        + " frame-ancestors " + properties.frameAncestors()));
    }

    private void refusals(ExceptionHandlingConfigurer<HttpSecurity> refusals) {
        refusals.authenticationEntryPoint(
                        (request, response, refused) -> problems.write(Problem.NOT_SIGNED_IN, request, response))
                .accessDeniedHandler((request, response, refused) -> problems.write(
                        refused instanceof CsrfException ? Problem.STALE_PAGE : Problem.NOT_ALLOWED,
                        request,
                        response));
    }
}
