package io.cosmopilot.conversations.guide;

/**
 * An entry that may answer a question.
 *
 * @param score relative to the others of the same search
 * @param coverage how much of what matters in the question occurs in it, from 0 to 1
 */
record Found(Entry entry, double score, double coverage) {}
