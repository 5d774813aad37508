package io.cosmopilot.deploy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * Tests of the module on the real cluster: all in one application, several at a time, since they mostly wait for the
 * cluster. Each opens a {@link Tenant} of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({RealCluster.class, OpensTenants.class})
@Execution(ExecutionMode.CONCURRENT)
@SpringBootTest(
        classes = DeployApplication.class,
        properties = {
            "cosmopilot.cluster=kubernetes",
            "cosmopilot.registry.kind=distribution",
            "cosmopilot.registry.address=127.0.0.1:2",
            "cosmopilot.domains.cluster-issuer=tests"
        })
@ContextConfiguration(initializers = RealCluster.Rights.class)
@interface OnRealCluster {}
