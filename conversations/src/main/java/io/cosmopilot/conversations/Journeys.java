package io.cosmopilot.conversations;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How far each person is on the way from an account to an application that is open to the world. */
public interface Journeys {

    Journey of(String person);

    /** The steps, in their order; ids are the names in lower case. */
    enum Step {
        REGISTER,
        SPACE,
        PUSH,
        TEMPLATE,
        DEPLOY,
        DOMAIN
    }

    /** What a person has done. */
    record Journey(Set<Step> done) {

        public Journey {
            done = Set.copyOf(done);
        }

        /** All steps, done and to do. */
        public List<Step> steps() {
            return List.of(Step.values());
        }

        /** The step to offer. Pushing is never it: public images do as well, and deploying waits for nothing else. */
        public Optional<Step> next() {
            return steps().stream()
                    .filter(step -> step != Step.PUSH && !done.contains(step))
                    .findFirst();
        }
    }
}
