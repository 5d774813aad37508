package io.cosmopilot.bot.operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorsOnlyTest {

    private static final String STRANGER = "203.0.113.9";

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/health/db", "/actuator/prometheus"})
    void strangersFindNothing(String path) throws Exception {
        assertThat(asked(STRANGER, path)).isEqualTo(404);
        assertThat(asked("127.0.0.1", path)).isEqualTo(200);
        assertThat(asked("::1", path)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"X-Forwarded-For, 203.0.113.9", "Forwarded, for=203.0.113.9"})
    void aProxyOnThisMachineAsksForSomebodyElse(String header, String value) throws Exception {
        MockHttpServletRequest request = request("127.0.0.1", "/actuator/prometheus");
        request.addHeader(header, value);

        assertThat(asked(request)).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/", "/api/session"})
    void whatIsForEverybodyStaysSo(String path) throws Exception {
        assertThat(asked(STRANGER, path)).isEqualTo(200);
    }

    @Test
    void theProbesAreMeantExactly() throws Exception {
        assertThat(asked(STRANGER, "/actuator/health/readiness/db")).isEqualTo(404);
    }

    private static int asked(String from, String path) throws Exception {
        return asked(request(from, path));
    }

    private static int asked(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        new OperatorsOnly().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest request(String from, String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setRemoteAddr(from);
        return request;
    }
}
