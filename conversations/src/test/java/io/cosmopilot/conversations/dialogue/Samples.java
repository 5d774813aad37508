package io.cosmopilot.conversations.dialogue;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.cosmopilot.deploy.Problem;

/** An instance of any record, so that each report can be brought to a flow. */
final class Samples {

    private Samples() {}

    static Object of(Class<?> type) {
        try {
            return value(type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + type, e);
        }
    }

    private static Object value(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Problem.class) {
            return Problem.of("conversations.thanks");
        }
        if (MessageSourceResolvable.class == raw) {
            return new DefaultMessageSourceResolvable("conversations.thanks");
        }
        if (raw.isRecord()) {
            return record(raw);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw.isSealed()) {
            return value(raw.getPermittedSubclasses()[0]);
        }
        return simple(raw);
    }

    private static Object record(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i].getGenericType());
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object container(Class<?> raw, Type[] arguments) throws ReflectiveOperationException {
        if (raw == Map.class) {
            return Map.of(value(arguments[0]), value(arguments[1]));
        }
        if (raw == Set.class) {
            return Set.of(value(arguments[0]));
        }
        return raw == Optional.class ? Optional.of(value(arguments[0])) : List.of(value(arguments[0]));
    }

    private static Object simple(Class<?> raw) {
        if (raw == int.class || raw == Integer.class) {
            return 1;
        }
        if (raw == long.class || raw == Long.class) {
            return 1L;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return false;
        }
        if (raw == Instant.class) {
            return Instant.EPOCH;
        }
        return raw == Duration.class ? Duration.ofMinutes(1) : "blog";
    }
}
