package io.cosmopilot.deploy;

import java.util.List;

/**
 * What became of making, changing or removing one object of a space. Published as an application event; {@code id} is
 * unique to each report.
 */
public sealed interface ErrandReport {

    String id();

    Requester requester();

    String space();

    /** Of the object. */
    String name();

    /** It is as it was wanted. */
    record Done(String id, Requester requester, String space, String name) implements ErrandReport {}

    /** It could not be; nothing was changed. */
    record Refused(String id, Requester requester, String space, String name, List<Problem> problems)
            implements ErrandReport {}
}
