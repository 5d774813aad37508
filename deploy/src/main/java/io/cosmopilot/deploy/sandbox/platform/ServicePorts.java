package io.cosmopilot.deploy.sandbox.platform;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.cosmopilot.deploy.sandbox.cluster.Admission;
import io.cosmopilot.deploy.sandbox.cluster.Attempt;
import io.cosmopilot.deploy.sandbox.store.Key;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Meta;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Refusal.Cause;
import io.cosmopilot.deploy.sandbox.store.Store;

/** Hands out node ports and cluster addresses, each to one Service. */
public record ServicePorts(Store store) implements Admission {

    private static final int FIRST = 30_000;
    private static final int LAST = 32_767;
    private static final Set<String> OPEN_TYPES = Set.of("NodePort", "LoadBalancer");

    @Override
    public void admit(Attempt attempt) {
        if (!attempt.concerns(Kinds.SERVICE)) {
            return;
        }
        ObjectNode spec = attempt.object().withObject("/spec");
        if (!Meta.text(spec, "/type").equals("ExternalName")) {
            address(attempt, spec);
        }
        List<ObjectNode> ports =
                Meta.items(spec.path("ports")).map(ObjectNode.class::cast).toList();
        if (OPEN_TYPES.contains(Meta.text(spec, "/type"))) {
            ports.forEach(port -> keep(attempt, port));
            Set<Integer> taken = taken(attempt.key());
            IntStream.range(0, ports.size()).forEach(index -> open(attempt, ports.get(index), index, taken));
        } else {
            ports.forEach(port -> port.remove("nodePort"));
        }
    }

    private void address(Attempt attempt, ObjectNode spec) {
        if (Meta.text(spec, "/clusterIP").isEmpty()) {
            String before = attempt.previous()
                    .map(service -> Meta.text(service, "/spec/clusterIP"))
                    .orElse("");
            spec.put("clusterIP", before.isEmpty() ? free() : before);
        }
        spec.withArrayProperty("clusterIPs").removeAll().add(Meta.text(spec, "/clusterIP"));
        spec.withArrayProperty("ipFamilies").removeAll().add("IPv4");
        spec.put("ipFamilyPolicy", "SingleStack");
    }

    private String free() {
        Set<String> taken =
                services().map(service -> Meta.text(service, "/spec/clusterIP")).collect(Collectors.toSet());
        return IntStream.range(1, 1 << 16)
                .mapToObj(number -> "10.96.%d.%d".formatted(number >> 8, number & 255))
                .filter(address -> !taken.contains(address))
                .findFirst()
                .orElseThrow();
    }

    /** A port that does not say its node port has the one it had. */
    private static void keep(Attempt attempt, ObjectNode port) {
        if (port.path("nodePort").asInt(0) == 0) {
            attempt.previous().stream()
                    .flatMap(service -> Meta.items(service.at("/spec/ports")))
                    .filter(before -> before.path("port").equals(port.path("port"))
                            && before.path("protocol").equals(port.path("protocol")))
                    .flatMap(before -> before.optional("nodePort").stream())
                    .findFirst()
                    .ifPresent(number -> port.set("nodePort", number));
        }
    }

    private static void open(Attempt attempt, ObjectNode port, int index, Set<Integer> taken) {
        int wanted = port.path("nodePort").asInt(0);
        if (wanted == 0) {
            wanted = IntStream.rangeClosed(FIRST, LAST)
                    .filter(number -> !taken.contains(number))
                    .findFirst()
                    .orElseThrow(() -> refusal(attempt, index, "range is full"));
            port.put("nodePort", wanted);
        } else if (wanted < FIRST || wanted > LAST) {
            throw refusal(
                    attempt,
                    index,
                    "Invalid value: %d: provided port is not in the valid range. The range of valid ports is %d-%d"
                            .formatted(wanted, FIRST, LAST));
        } else if (taken.contains(wanted)) {
            throw refusal(attempt, index, "Invalid value: %d: provided port is already allocated".formatted(wanted));
        }
        taken.add(wanted);
    }

    private static Refusal refusal(Attempt attempt, int index, String message) {
        String field = "spec.ports[%d].nodePort".formatted(index);
        return Refusal.invalid(attempt.key(), List.of(new Cause("FieldValueInvalid", message, field)));
    }

    private Set<Integer> taken(Key except) {
        return services()
                .filter(service -> !Key.of(Kinds.SERVICE, service).equals(except))
                .flatMap(service -> Meta.items(service.at("/spec/ports")))
                .map(port -> port.path("nodePort").asInt(0))
                .collect(Collectors.toSet());
    }

    private Stream<? extends JsonNode> services() {
        return store.list(Kinds.SERVICE).stream();
    }
}
