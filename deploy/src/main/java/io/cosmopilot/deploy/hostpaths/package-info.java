/** Directories of the hosts: which may be asked for, and which applications may mount. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.hostpaths;
