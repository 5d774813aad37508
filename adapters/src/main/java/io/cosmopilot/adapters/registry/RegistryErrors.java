package io.cosmopilot.adapters.registry;

import java.util.List;

/** What went wrong, in the form that registries have; Docker shows the message to whoever typed the command. */
record RegistryErrors(List<Fault> errors) {

    static RegistryErrors of(String code, String message) {
        return new RegistryErrors(List.of(new Fault(code, message)));
    }

    /** One of them. */
    record Fault(String code, String message) {}
}
