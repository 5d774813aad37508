package io.cosmopilot.conversations.approvals;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.deploy.Requester;

/**
 * An approval was requested, decided, withdrawn, or is being provisioned. Published as an application event in the
 * transaction of the change; two changes may be heard in either order.
 *
 * @param id unique to each change
 * @param requester who asked, and which run of which flow
 */
public record ApprovalChanged(String id, Requester requester, Approval approval) {}
