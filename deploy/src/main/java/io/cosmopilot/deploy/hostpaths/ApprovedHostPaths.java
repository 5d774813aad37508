package io.cosmopilot.deploy.hostpaths;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.cosmopilot.deploy.HostPaths;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;

/** The host directories in PostgreSQL. */
@Component
class ApprovedHostPaths implements HostPaths {

    private final JdbcClient jdbc;

    ApprovedHostPaths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(String space) {
        return jdbc.sql("select path from deploy.host_path where space = ? order by path")
                .param(space)
                .query(String.class)
                .list();
    }

    @Override
    public boolean permits(String space, String path) {
        return HostPath.parse(path)
                .filter(found -> !found.ofTheMachine() && of(space).contains(found.text()))
                .isPresent();
    }

    @Override
    public String normal(String path) {
        return HostPath.parse(path).map(HostPath::text).orElse(path);
    }

    @Override
    public List<Problem> check(String space, String path, Collection<String> asked) {
        return HostPath.parse(path)
                .map(found -> objection(space, found, asked).stream().toList())
                .orElseGet(() -> List.of(Problem.of("deploy.host-path.form", shortened(path))));
    }

    private Optional<Problem> objection(String space, HostPath path, Collection<String> asked) {
        if (path.ofTheMachine()) {
            return Optional.of(Problem.of("deploy.host-path.of-the-machine", path.text()));
        }
        if (of(space).contains(path.text())) {
            return Optional.of(Problem.of("deploy.host-path.permitted", path.text(), space));
        }
        return nested(path, asked);
    }

    /**
     * Whoever can write into a directory can put a link in the place of a directory in it, and the host would follow
     * that link anywhere. So of two nested directories only one is ever mounted, whatever the space.
     */
    private Optional<Problem> nested(HostPath path, Collection<String> asked) {
        return Stream.concat(all().stream(), asked.stream())
                .flatMap(other -> HostPath.parse(other).stream())
                .filter(other -> other.within(path) || path.within(other))
                .findFirst()
                .map(other -> Problem.of("deploy.host-path.nested", path.text(), other.text()));
    }

    private List<String> all() {
        return jdbc.sql("select distinct path from deploy.host_path")
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void permit(String space, String path, Requester requester) {
        var found = HostPath.parse(path)
                .filter(one -> !one.ofTheMachine())
                .orElseThrow(() -> new IllegalArgumentException("nobody may mount " + path));
        // Two that are approved in the same moment are looked at one after the other.
        jdbc.sql("lock table deploy.host_path in share row exclusive mode").update();
        nested(found, List.of()).ifPresent(problem -> {
            throw new IllegalArgumentException(path + " is nested with what somebody mounts: " + problem.arguments());
        });
        jdbc.sql("insert into deploy.host_path (space, path, person) values (?, ?, ?) on conflict do nothing")
                .param(space)
                .param(found.text())
                .param(requester.person())
                .update();
    }

    private static String shortened(String path) {
        return path.length() <= 60 ? path : path.substring(0, 60) + "…";
    }
}
