package io.cosmopilot.conversations.approvals;

import io.cosmopilot.conversations.Approval;
import io.cosmopilot.conversations.approvals.ApprovalRules.Stage;
import io.cosmopilot.deploy.Requester;

/**
 * An approval waits for longer than it should. Published as an application event in the transaction that notes it.
 *
 * @param id unique to each stage of each approval
 * @param requester who asked, and which run of which flow
 */
public record ApprovalWaiting(String id, Requester requester, Approval approval, Stage stage) {}
