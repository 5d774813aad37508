@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.domains;
