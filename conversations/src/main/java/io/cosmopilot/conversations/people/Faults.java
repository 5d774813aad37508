package io.cosmopilot.conversations.people;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.support.DefaultMessageSourceResolvable;

import io.cosmopilot.conversations.People.Fault;
import io.cosmopilot.conversations.People.Invalid;

/** Collects everything that is wrong, to be told at once. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** Notes a fault of a field, unless the rule holds. */
    Faults unless(boolean holds, String field, String rule, String... arguments) {
        if (!holds) {
            found.add(new Fault(
                    field,
                    new DefaultMessageSourceResolvable(new String[] {"conversations.people." + rule}, arguments)));
        }
        return this;
    }

    static Invalid of(String field, String rule) {
        return new Invalid(new Faults().unless(false, field, rule).found);
    }

    void raise() {
        if (!found.isEmpty()) {
            throw new Invalid(found);
        }
    }
}
