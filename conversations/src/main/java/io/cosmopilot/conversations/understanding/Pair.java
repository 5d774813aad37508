package io.cosmopilot.conversations.understanding;

/** A key with its value as a person wrote them: {@code replicas=2}, 名称：blog. */
record Pair(String key, String value, String verbatim, int start, int end) {}
