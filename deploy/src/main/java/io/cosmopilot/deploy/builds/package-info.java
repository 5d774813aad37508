/** Images from source: code is fetched and unpacked with care, put on a base image, and never run here. */
@org.jspecify.annotations.NullMarked
package io.cosmopilot.deploy.builds;
