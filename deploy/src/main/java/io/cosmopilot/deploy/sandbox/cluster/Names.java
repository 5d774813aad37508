package io.cosmopilot.deploy.sandbox.cluster;

import java.util.List;
import java.util.regex.Pattern;

import io.cosmopilot.deploy.sandbox.store.Kind;
import io.cosmopilot.deploy.sandbox.store.Kinds;
import io.cosmopilot.deploy.sandbox.store.Refusal;
import io.cosmopilot.deploy.sandbox.store.Refusal.Cause;

/** Names are RFC 1123 labels or subdomains, as the kind has it. */
final class Names implements Admission {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[a-z]([-a-z0-9]{0,61}[a-z0-9])?");

    private static final String LABEL_RULE =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
                    + "end with an alphanumeric character";
    private static final String SERVICE_RULE =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
                    + "character, and end with an alphanumeric character";

    @Override
    public void admit(Attempt attempt) {
        String name = attempt.key().name();
        if (!attempt.creates() || attempt.kind().group().startsWith("rbac")) {
            return;
        }
        if (name.isEmpty()) {
            throw refusal(attempt, "Required value: name or generateName is required");
        }
        if (!fits(attempt.kind(), name)) {
            throw refusal(attempt, "Invalid value: \"%s\": %s".formatted(name, rule(attempt.kind())));
        }
    }

    private static boolean fits(Kind kind, String name) {
        if (kind.equals(Kinds.SERVICE)) {
            return SERVICE.matcher(name).matches();
        }
        return kind.equals(Kinds.NAMESPACE) ? LABEL.matcher(name).matches() : Subdomain.is(name);
    }

    private static String rule(Kind kind) {
        if (kind.equals(Kinds.SERVICE)) {
            return SERVICE_RULE;
        }
        return kind.equals(Kinds.NAMESPACE) ? LABEL_RULE : Subdomain.RULE;
    }

    private static Refusal refusal(Attempt attempt, String message) {
        return Refusal.invalid(attempt.key(), List.of(new Cause("FieldValueInvalid", message, "metadata.name")));
    }
}
