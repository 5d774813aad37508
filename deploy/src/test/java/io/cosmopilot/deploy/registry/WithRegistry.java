package io.cosmopilot.deploy.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;

/** The module with a registry configured that nobody answers for; one context for all tests that ask for it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = io.cosmopilot.deploy.DeployApplication.class,
        properties = {
            "cosmopilot.registry.kind=distribution",
            "cosmopilot.registry.address=127.0.0.1:1",
            "cosmopilot.registry.events-secret=" + WithRegistry.SECRET
        })
public @interface WithRegistry {

    String SECRET = "a-secret-for-tests-only";
}
