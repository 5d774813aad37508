package io.cosmopilot.adapters;

import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

import io.cosmopilot.adapters.world.Browser;
import io.cosmopilot.adapters.world.HandClock;
import io.cosmopilot.adapters.world.World;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.People.Registration;
import io.cosmopilot.conversations.Person.Role;

/** A server on a free port, and three people: wei and lan develop, agnes helps. */
@SpringBootTest(
        classes = World.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "db-scheduler.enabled=false",
            "spring.flyway.enabled=false",
            "cosmopilot.webchat.pulse=20ms",
            "cosmopilot.webchat.allowed-origins=https://portal.example.com",
            "server.tomcat.max-swallow-size=16MB",
            "spring.messages.basename=messages/templates,messages/deploy,messages/conversations,messages/adapters",
            "spring.messages.encoding=UTF-8",
            "spring.messages.always-use-message-format=true",
            "spring.messages.fallback-to-system-locale=false",
            "spring.threads.virtual.enabled=true",
            "logging.level.root=warn",
            "logging.level.io.zonky=warn"
        })
@TestConstructor(autowireMode = AutowireMode.ALL)
abstract class ContractTest {

    static final String PASSWORD = "Correct-Horse-1";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    HandClock clock;

    @BeforeEach
    void threePeople() {
        account("wei", Role.DEVELOPER);
        account("lan", Role.DEVELOPER);
        account("agnes", Role.AGENT);
    }

    Browser browser() {
        return new Browser(port);
    }

    Browser signedIn(String username) {
        return browser().signIn(username, PASSWORD);
    }

    private void account(String username, Role role) {
        if (people.find(username).isEmpty()) {
            people.register(
                    new Registration(username, username.toUpperCase(Locale.ROOT), username + "@example.com", PASSWORD),
                    Set.of(role));
        }
    }
}
