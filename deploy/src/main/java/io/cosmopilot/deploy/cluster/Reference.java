package io.cosmopilot.deploy.cluster;

import io.cosmopilot.templates.Manifest;

/** Where an object is found. */
public record Reference(String apiVersion, String kind, String namespace, String name) {

    public static Reference to(Manifest manifest, String namespace) {
        return new Reference(manifest.apiVersion(), manifest.kind(), namespace, manifest.name());
    }
}
