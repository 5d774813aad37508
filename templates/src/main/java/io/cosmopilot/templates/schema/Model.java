package io.cosmopilot.templates.schema;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;

import io.cosmopilot.templates.schema.Shape.Leaf;
import io.cosmopilot.templates.schema.Shape.ListOf;
import io.cosmopilot.templates.schema.Shape.MapOf;
import io.cosmopilot.templates.schema.Shape.Structure;

/**
 * Reads structures off the classes of the Kubernetes model, which are generated from the API's own definitions: the
 * names that Jackson would read are the fields, their Java types are the shapes.
 */
final class Model {

    private static final ClassValue<Map<String, Shape>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Shape> computeValue(Class<?> type) {
            return read(type);
        }
    };

    private Model() {}

    static Map<String, Shape> fields(Structure structure) {
        return FIELDS.get(structure.type());
    }

    private static Map<String, Shape> read(Class<?> type) {
        var fields = new LinkedHashMap<String, Shape>();
        for (var field : type.getDeclaredFields()) {
            var property = field.getAnnotation(JsonProperty.class);
            if (property != null) {
                fields.put(name(field, property), shape(field.getGenericType()));
            }
        }
        return Collections.unmodifiableMap(fields);
    }

    private static String name(Field field, JsonProperty property) {
        return property.value().isEmpty() ? field.getName() : property.value();
    }

    private static Shape shape(Type type) {
        return switch (type) {
            case ParameterizedType generic -> container(generic);
            case Class<?> plain -> plain(plain);
            default -> Leaf.ANYTHING;
        };
    }

    private static Shape container(ParameterizedType generic) {
        var arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            return new ListOf(shape(arguments[0]));
        }
        return generic.getRawType() == Map.class ? new MapOf(shape(arguments[1])) : Leaf.ANYTHING;
    }

    private static Shape plain(Class<?> type) {
        if (type == String.class) {
            return Leaf.TEXT;
        }
        if (type == Integer.class || type == Long.class) {
            return Leaf.WHOLE;
        }
        if (type == Boolean.class) {
            return Leaf.TRUTH;
        }
        return Number.class.isAssignableFrom(type) ? Leaf.NUMBER : special(type);
    }

    private static Shape special(Class<?> type) {
        if (type == Quantity.class) {
            return Leaf.QUANTITY;
        }
        if (type == IntOrString.class) {
            return Leaf.WHOLE_OR_TEXT;
        }
        return KubernetesResource.class.isAssignableFrom(type) && !read(type).isEmpty()
                ? new Structure(type)
                : Leaf.ANYTHING;
    }
}
