/** The embedded PostgreSQL, for who has configured no other. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.database;
