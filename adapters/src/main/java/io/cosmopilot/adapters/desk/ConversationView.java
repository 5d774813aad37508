package io.cosmopilot.adapters.desk;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.cosmopilot.adapters.portal.ApplicationView;
import io.cosmopilot.adapters.portal.JourneyView;
import io.cosmopilot.adapters.webchat.ServerFrame;
import io.cosmopilot.conversations.Desk.Note;

/** Everything that an agent sees beside a conversation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConversationView(
        @JsonUnwrapped CaseView item,
        JourneyView journey,
        List<ApplicationView> applications,
        List<ServerFrame> messages,
        List<Note> notes) {}
