package io.cosmopilot.conversations.approvals;

import io.cosmopilot.conversations.Approval;

/** What came of an attempt to change an approval. */
public sealed interface Verdict {

    /** As it stands now. */
    Approval approval();

    /** It is changed. */
    record Done(Approval approval) implements Verdict {}

    /** Somebody was faster, or it is settled for another reason; nothing was changed. */
    record TooLate(Approval approval) implements Verdict {}

    /** Nobody decides their own request; nothing was changed. */
    record OwnRequest(Approval approval) implements Verdict {}

    /** It is large: the approval is noted, and another agent has to agree. */
    record OneMore(Approval approval) implements Verdict {}

    /** An offer that one agent may not make alone; nothing was changed. */
    record TooMuchForOne(Approval approval) implements Verdict {}

    /** It is not this person's to change; nothing was changed. */
    record NoRight(Approval approval) implements Verdict {}
}
