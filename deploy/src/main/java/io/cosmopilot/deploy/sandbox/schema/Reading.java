package io.cosmopilot.deploy.sandbox.schema;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Quantity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One object being read: what is unknown in it, and what cannot be. */
record Reading(Models models, List<String> unknown, List<String> mistakes) {

    void object(Class<?> model, ObjectNode object, String path) {
        Map<String, Type> fields = models.fields(model);
        List<String> strange = object.propertyNames().stream()
                .filter(name -> !fields.containsKey(name))
                .toList();
        strange.forEach(name -> unknown.add(path + name));
        object.remove(strange);
        object.properties()
                .forEach(field -> value(
                        fields.getOrDefault(field.getKey(), Object.class), field.getValue(), path + field.getKey()));
    }

    private void value(Type type, JsonNode value, String path) {
        if (value.isNull()) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            container(generic, value, path);
        } else if (type instanceof Class<?> plain) {
            plain(plain, value, path);
        }
    }

    private void container(ParameterizedType type, JsonNode value, String path) {
        Type inner = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        boolean list = type.getRawType().equals(List.class);
        if (list ? !value.isArray() : !value.isObject()) {
            mistake(value, path, list ? "slice" : "map");
        } else if (list) {
            for (int index = 0; index < value.size(); index++) {
                value(inner, value.get(index), "%s[%d]".formatted(path, index));
            }
        } else {
            value.properties().forEach(entry -> value(inner, entry.getValue(), path + "." + entry.getKey()));
        }
    }

    private void plain(Class<?> type, JsonNode value, String path) {
        if (type.equals(String.class) || type.equals(MicroTime.class)) {
            require(value.isString(), value, path, "string");
        } else if (type.equals(Integer.class) || type.equals(Long.class)) {
            require(value.isIntegralNumber(), value, path, type.equals(Long.class) ? "int64" : "int32");
        } else if (type.equals(Boolean.class)) {
            require(value.isBoolean(), value, path, "bool");
        } else if (type.equals(IntOrString.class)) {
            require(value.isIntegralNumber() || value.isString(), value, path, "intstr.IntOrString");
        } else if (type.equals(Quantity.class)) {
            quantity(value, path);
        } else if (models.isModel(type)) {
            if (value instanceof ObjectNode object) {
                object(type, object, path + ".");
            } else {
                mistake(value, path, type.getSimpleName());
            }
        }
    }

    private void quantity(JsonNode value, String path) {
        try {
            boolean plain = value.isNumber() || value.isString();
            if (!plain || new Quantity(value.asString("")).getNumericalAmount() == null) {
                mistake(value, path, "resource.Quantity");
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            mistakes.add("quantities must match the regular expression "
                    + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$' (%s: %s)".formatted(path, value));
        }
    }

    private void require(boolean fits, JsonNode value, String path, String type) {
        if (!fits) {
            mistake(value, path, type);
        }
    }

    private void mistake(JsonNode value, String path, String type) {
        String given = value.getNodeType().name().toLowerCase(Locale.ROOT);
        mistakes.add("json: cannot unmarshal %s into Go struct field .%s of type %s".formatted(given, path, type));
    }
}
