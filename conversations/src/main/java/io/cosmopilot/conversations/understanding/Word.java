package io.cosmopilot.conversations.understanding;

/** What a message that is nothing but a command word asks of the conversation. */
public enum Word {
    CANCEL,
    BACK,
    SKIP,
    REPEAT,
    RESTART,
    HELP,
    HUMAN,
    YES,
    NO,
    RESUME,
    HERE,
    UNDO,
    GREETING,
    THANKS,
    LANGUAGE_ZH,
    LANGUAGE_EN
}
