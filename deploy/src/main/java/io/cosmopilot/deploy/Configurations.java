package io.cosmopilot.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configurations of spaces. Questions are answered from PostgreSQL and caches; commands only write to PostgreSQL. */
public interface Configurations {

    /** Those in the person's spaces, by name. */
    List<Configuration> of(String person);

    Optional<Configuration> find(String person, String name);

    /** Why these files cannot be a configuration; empty when they can. */
    List<Problem> check(String name, Map<String, String> files);

    /** Makes a configuration, or replaces its files, in the caller's transaction. Told by {@link ErrandReport}. */
    void keep(String id, String space, String name, Map<String, String> files, Requester requester);

    /** Has it removed. Told by {@link ErrandReport}: refused while an application reads it. */
    void remove(String id, String space, String name, Requester requester);

    /** The applications that read it. */
    List<Configuration.Reader> readers(String space, String name);
}
