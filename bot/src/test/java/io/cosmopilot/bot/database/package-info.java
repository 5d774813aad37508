/** The embedded PostgreSQL and what is kept in it. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.bot.database;
