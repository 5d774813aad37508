package io.cosmopilot.deploy.spaces;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Which namespace of the cluster is a space's. */
@Component
public class Namespaces {

    private final SpaceRecords records;

    Namespaces(SpaceRecords records) {
        this.records = records;
    }

    /** The namespace of a provisioned space of this person; empty when there is none or it is somebody else's. */
    public Optional<String> of(String space, String person) {
        return records.find(space)
                .filter(row -> row.provisioned() > 0 && row.owner().equals(person))
                .map(SpaceRow::namespace);
    }

    /** All namespaces of a person. */
    public List<String> ownedBy(String person) {
        return records.provisionedOf(person).stream().map(SpaceRow::namespace).toList();
    }

    /** The namespace of a space, whoever has it. */
    public Optional<String> of(String space) {
        return records.find(space).map(SpaceRow::namespace);
    }
}
