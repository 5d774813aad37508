package io.cosmopilot.deploy.configurations;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.cosmopilot.deploy.Configuration;
import io.cosmopilot.deploy.Configurations;
import io.cosmopilot.deploy.ErrandReport;
import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Requester;
import io.cosmopilot.deploy.cluster.Caches;
import io.cosmopilot.deploy.cluster.Ownership;
import io.cosmopilot.deploy.errands.Errands;
import io.cosmopilot.deploy.spaces.Namespaces;
import io.cosmopilot.templates.Manifest;

/** Configurations in PostgreSQL; the ConfigMaps of the cluster follow them by errands. */
@Component
class KeptConfigurations implements Configurations {

    private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?");
    private static final Pattern FILE = Pattern.compile("(?!\\.\\.)[-._a-zA-Z0-9]{1,253}");
    /** Of a whole ConfigMap; the API server refuses more than 1 MiB. */
    private static final int LARGEST = 900 * 1024;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Namespaces namespaces;
    private final Caches caches;
    private final Errands errands;
    private final ApplicationEventPublisher events;

    KeptConfigurations(
            JdbcClient jdbc,
            JsonMapper json,
            Namespaces namespaces,
            Caches caches,
            Errands errands,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.namespaces = namespaces;
        this.caches = caches;
        this.errands = errands;
        this.events = events;
    }

    @Override
    public List<Configuration> of(String person) {
        return jdbc.sql("select c.name, c.space, c.files from deploy.configuration c"
                        + " join deploy.space s on s.name = c.space where s.owner = ? order by c.name, c.space")
                .param(person)
                .query((row, number) -> new Configuration(
                        row.getString("name"), row.getString("space"), json.readValue(row.getString("files"), FILES)))
                .list();
    }

    @Override
    public Optional<Configuration> find(String person, String name) {
        return of(person).stream()
                .filter(configuration -> configuration.name().equals(name))
                .findFirst();
    }

    @Override
    public List<Problem> check(String name, Map<String, String> files) {
        var problems = new ArrayList<Problem>();
        if (!NAME.matcher(name).matches()) {
            problems.add(Problem.of("deploy.configuration.bad-name", name));
        }
        files.keySet().stream()
                .filter(file -> !FILE.matcher(file).matches())
                .forEach(file -> problems.add(Problem.of("deploy.configuration.bad-file", file)));
        int size = files.values().stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (size > LARGEST) {
            problems.add(Problem.of("deploy.configuration.too-large", String.valueOf(size / 1024)));
        }
        return List.copyOf(problems);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String id, String space, String name, Map<String, String> files, Requester requester) {
        jdbc.sql("insert into deploy.configuration (space, name, files) values (?, ?, ?)"
                        + " on conflict (space, name) do update set files = excluded.files, changed_at = now()")
                .param(space)
                .param(name)
                .param(json.writeValueAsString(files))
                .update();
        errands.make(id, space, manifest(space, name, files), requester);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String id, String space, String name, Requester requester) {
        var readers = readers(space, name).stream()
                .map(Configuration.Reader::application)
                .distinct()
                .toList();
        if (readers.isEmpty()) {
            jdbc.sql("delete from deploy.configuration where space = ? and name = ?")
                    .param(space)
                    .param(name)
                    .update();
            errands.remove(id, space, "ConfigMap", name, requester);
        } else {
            var problem = Problem.of("deploy.configuration.in-use", name, String.join(", ", readers));
            events.publishEvent(new ErrandReport.Refused(id, requester, space, name, List.of(problem)));
        }
    }

    @Override
    public List<Configuration.Reader> readers(String space, String name) {
        return namespaces.of(space).stream()
                .flatMap(namespace -> caches.deploymentsIn(namespace).stream())
                .flatMap(deployment -> reader(deployment, name).stream())
                .distinct()
                .toList();
    }

    private static Optional<Configuration.Reader> reader(Deployment deployment, String name) {
        var pod = deployment.getSpec().getTemplate().getSpec();
        var volumes = volumes(pod, name).toList();
        var application = Optional.ofNullable(deployment.getMetadata().getLabels())
                .map(labels -> labels.get(Ownership.INSTANCE))
                .orElse(deployment.getMetadata().getName());
        return volumes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Configuration.Reader(application, bySubPath(pod, volumes)));
    }

    private static Stream<String> volumes(PodSpec pod, String name) {
        return Optional.ofNullable(pod.getVolumes()).orElse(List.of()).stream()
                .filter(volume -> volume.getConfigMap() != null
                        && name.equals(volume.getConfigMap().getName()))
                .map(volume -> volume.getName());
    }

    private static boolean bySubPath(PodSpec pod, List<String> volumes) {
        return pod.getContainers().stream()
                .flatMap(container -> Optional.ofNullable(container.getVolumeMounts()).orElse(List.of()).stream())
                .anyMatch(mount -> volumes.contains(mount.getName())
                        && mount.getSubPath() != null
                        && !mount.getSubPath().isEmpty());
    }

    private static Manifest manifest(String space, String name, Map<String, String> files) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("apiVersion", "v1");
        object.put("kind", "ConfigMap");
        object.put("metadata", Ownership.metadata(name, space));
        object.put("data", files);
        return new Manifest(object);
    }
}
