package io.cosmopilot.deploy.sandbox.schema;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Pod;

import io.cosmopilot.deploy.sandbox.store.Kind;

/** fabric8's model classes, read as a schema. */
final class Models {

    private static final Map<String, String> PACKAGES = Map.of(
            "", "",
            "apps", "apps.",
            "batch", "batch.v1.",
            "networking.k8s.io", "networking.v1.",
            "policy", "policy.v1.",
            "storage.k8s.io", "storage.",
            "rbac.authorization.k8s.io", "rbac.",
            "autoscaling", "autoscaling.v2.");

    private final Map<Class<?>, Map<String, Type>> fields = new ConcurrentHashMap<>();

    Optional<Class<?>> of(Kind kind) {
        String root = Pod.class.getPackageName() + ".";
        try {
            return Optional.of(Class.forName(root + PACKAGES.get(kind.group()) + kind.name()));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** The fields of a model by the names that they have in JSON. */
    Map<String, Type> fields(Class<?> model) {
        return fields.computeIfAbsent(model, Models::read);
    }

    private static Map<String, Type> read(Class<?> model) {
        return Arrays.stream(model.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(JsonProperty.class))
                .collect(Collectors.toMap(Models::name, Field::getGenericType));
    }

    private static String name(Field field) {
        return field.getAnnotation(JsonProperty.class).value();
    }

    boolean isModel(Class<?> type) {
        return type.getName().startsWith(Pod.class.getPackageName())
                && !type.isInterface()
                && !fields(type).isEmpty();
    }
}
