package io.cosmopilot.templates;

import java.util.Optional;

/** What the values of a variable look like. */
public enum VariableType {
    TEXT,
    INTEGER,
    BOOLEAN,
    QUANTITY,
    PORT,
    DNS_LABEL,
    IMAGE,
    HOST,
    PATH,
    CHOICE,
    SECRET;

    Optional<Complaint> check(Variable variable, String value) {
        return Optional.empty();
    }
}
