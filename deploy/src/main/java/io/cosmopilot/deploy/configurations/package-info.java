/** Configurations: files kept in PostgreSQL, and in the cluster where applications read them. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.configurations;
