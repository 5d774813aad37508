package io.cosmopilot.deploy.domains;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;

/** Hosts and paths that somebody wants, read; and what cannot be read. */
record Wish(List<Host> hosts, List<UrlPath> paths, List<Problem> problems) {

    static Wish read(List<String> hosts, List<String> paths) {
        var problems = new ArrayList<Problem>();
        var readHosts = new LinkedHashSet<Host>();
        for (var text : hosts) {
            Host.parse(text).ifPresentOrElse(readHosts::add, () -> problems.add(malformed(text)));
        }
        var readPaths = new LinkedHashSet<UrlPath>();
        for (var text : paths.isEmpty() ? List.of("/") : paths) {
            UrlPath.parse(text)
                    .ifPresentOrElse(readPaths::add, () -> problems.add(problem("deploy.domain.path-malformed", text)));
        }
        if (hosts.isEmpty()) {
            problems.add(problem("deploy.domain.no-host"));
        }
        return new Wish(List.copyOf(readHosts), List.copyOf(readPaths), List.copyOf(problems));
    }

    private static Problem malformed(String text) {
        return problem(Host.wildcard(text) ? "deploy.domain.host-wildcard" : "deploy.domain.host-malformed", text);
    }

    static Problem problem(String code, String... arguments) {
        return new Problem(code, List.of(arguments), null, List.of(Offer.EDIT), List.of());
    }
}
