package io.cosmopilot.adapters.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The platform as far as conversations need one: has nothing, takes everything, and remembers what it was asked for. */
final class Behind {

    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    /** Such as {@code Spaces.provision kstore}. */
    List<String> commands() {
        return commands;
    }

    /** Every door of what stands behind the conversations. */
    static List<Class<?>> doors() {
        List<Class<?>> doors = new ArrayList<>(doors("io/cosmopilot/deploy/"));
        doors.addAll(doors("io/cosmopilot/templates/"));
        return doors;
    }

    private static List<Class<?>> doors(String folder) {
        try {
            List<Class<?>> doors = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "*.class")) {
                String name = String.valueOf(file.getFilename()).replace(".class", "");
                Class<?> type = Class.forName(folder.replace('/', '.') + name);
                if (isDoor(type) && !doors.contains(type)) {
                    doors.add(type);
                }
            }
            return doors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isDoor(Class<?> type) {
        return type.isInterface()
                && !type.isSealed()
                && !type.isAnnotation()
                && Modifier.isPublic(type.getModifiers())
                && !type.getSimpleName().equals("package-info");
    }

    <T> T door(Class<T> type) {
        InvocationHandler handler = (proxy, method, arguments) -> called(type, proxy, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A proxy is equal to itself only. */
    @SuppressWarnings("ReferenceEquality")
    private @Nullable Object called(Class<?> type, Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getSimpleName();
            };
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        Class<?> answer = method.getReturnType();
        if (answer == void.class) {
            String first = arguments == null || arguments.length == 0 ? "" : " " + arguments[0];
            commands.add(type.getSimpleName() + "." + method.getName() + first);
            return null;
        }
        return nothing(answer);
    }

    private static @Nullable Object nothing(Class<?> answer) {
        if (answer == boolean.class) {
            return false;
        }
        if (answer == int.class) {
            return 0;
        }
        if (answer == long.class) {
            return 0L;
        }
        if (answer == String.class) {
            return "";
        }
        if (answer == Optional.class) {
            return Optional.empty();
        }
        if (answer == Set.class) {
            return Set.of();
        }
        if (answer == Map.class) {
            return Map.of();
        }
        return List.class.isAssignableFrom(answer) || answer == Iterable.class || answer.isAssignableFrom(List.class)
                ? List.of()
                : null;
    }
}
