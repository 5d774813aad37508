package io.cosmopilot.deploy;

/**
 * One part of an application, such as the database of a shop.
 *
 * @param kind of the Kubernetes object, such as {@code Deployment}
 * @param image with its tag
 */
public record Component(String kind, String name, Health health, int ready, int wanted, String image) {}
