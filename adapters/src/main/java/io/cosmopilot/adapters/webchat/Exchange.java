package io.cosmopilot.adapters.webchat;

import org.springframework.stereotype.Component;

import io.cosmopilot.adapters.access.Tokens;
import io.cosmopilot.adapters.words.WordsForReader;
import io.cosmopilot.conversations.Inbox;
import io.cosmopilot.conversations.People;
import io.cosmopilot.conversations.Transcripts;

/** Everything that a talk is connected to. */
@Component
record Exchange(
        Inbox inbox, Transcripts transcripts, People people, Tokens tokens, Frames frames, WordsForReader words) {}
