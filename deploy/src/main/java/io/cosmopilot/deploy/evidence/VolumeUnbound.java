package io.cosmopilot.deploy.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;

import io.cosmopilot.deploy.Problem.Offer;

/** A volume that a pod waits for is not there: no class makes it, or making it failed. */
final class VolumeUnbound implements Evidence {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public Stream<Finding> in(Scene scene) {
        return scene.volumes().stream()
                .filter(volume -> waits(volume, scene.now()) && used(volume, scene.pods()))
                .flatMap(volume -> found(scene, volume));
    }

    private static boolean waits(PersistentVolumeClaim volume, Instant now) {
        var since = Instant.parse(volume.getMetadata().getCreationTimestamp());
        return "Pending".equals(volume.getStatus().getPhase())
                && since.plus(PATIENCE).isBefore(now);
    }

    private static boolean used(PersistentVolumeClaim volume, List<Pod> pods) {
        return pods.stream()
                .flatMap(pod -> pod.getSpec().getVolumes().stream())
                .map(Volume::getPersistentVolumeClaim)
                .anyMatch(
                        claim -> claim != null && volume.getMetadata().getName().equals(claim.getClaimName()));
    }

    private static Stream<Finding> found(Scene scene, PersistentVolumeClaim volume) {
        var name = volume.getMetadata().getName();
        var wanted = Optional.ofNullable(volume.getSpec().getStorageClassName()).filter(text -> !text.isBlank());
        if (wanted.isEmpty()) {
            return Stream.of(unclassed(scene, volume, name));
        }
        if (!scene.storageClasses().contains(wanted.get())) {
            return Stream.of(Finding.of(
                            scene,
                            "volume-class-unknown",
                            List.of(name, wanted.get(), classes(scene)),
                            Offer.CHOOSE_CLASS,
                            Offer.HUMAN)
                    .suggesting(String.join(",", scene.storageClasses())));
        }
        return scene.warned(volume, "ProvisioningFailed")
                .limit(1)
                .map(event -> Finding.of(
                                scene,
                                "volume-failed",
                                List.of(name, wanted.get(), event.getMessage()),
                                Offer.CHOOSE_CLASS,
                                Offer.HUMAN)
                        .suggesting(String.join(",", scene.storageClasses())));
    }

    private static Finding unclassed(Scene scene, PersistentVolumeClaim volume, String name) {
        if (scene.storageClasses().isEmpty()) {
            return Finding.of(scene, "volume-no-storage", List.of(name, size(volume)), Offer.HUMAN, Offer.EDIT);
        }
        return Finding.of(scene, "volume-without-class", List.of(name, classes(scene)), Offer.CHOOSE_CLASS, Offer.HUMAN)
                .suggesting(String.join(",", scene.storageClasses()));
    }

    private static String classes(Scene scene) {
        return scene.storageClasses().isEmpty() ? "-" : String.join(", ", scene.storageClasses());
    }

    private static String size(PersistentVolumeClaim volume) {
        return Optional.ofNullable(volume.getSpec().getResources())
                .map(resources -> resources.getRequests())
                .map(requests -> requests.get("storage"))
                .map(Object::toString)
                .orElse("?");
    }
}
