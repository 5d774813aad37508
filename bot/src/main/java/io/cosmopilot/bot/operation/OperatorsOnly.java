package io.cosmopilot.bot.operation;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Health and metrics tell more than the world has to know: on the port that everybody reaches they are shown to this
 * machine only, whoever else asks finds nothing there. What load balancers ask for is for everybody, and so is all of it
 * on a {@code management.server.port} of its own, which this filter does not guard.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperatorsOnly extends OncePerRequestFilter {

    private static final String ACTUATOR = "/actuator";
    private static final Set<String> PROBES = Set.of("/actuator/health/liveness", "/actuator/health/readiness");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.startsWith(ACTUATOR) || PROBES.contains(path);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Not what a proxy on this machine hands on for somebody else. */
    private static boolean isFromHere(HttpServletRequest request) throws IOException {
        return request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
