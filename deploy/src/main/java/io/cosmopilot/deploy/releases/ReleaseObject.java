package io.cosmopilot.deploy.releases;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.templates.Manifest;

/**
 * An object of a release.
 *
 * @param position in the order of applying
 * @param generation of the object after it was applied, for kinds that count theirs
 */
record ReleaseObject(
        int position,
        Manifest manifest,
        boolean applied,
        @Nullable Long generation) {}
