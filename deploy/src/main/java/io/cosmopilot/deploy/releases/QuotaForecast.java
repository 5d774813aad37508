package io.cosmopilot.deploy.releases;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Quantity;

import io.cosmopilot.deploy.Problem;
import io.cosmopilot.deploy.Problem.Offer;
import io.cosmopilot.deploy.ReleaseReport.QuotaLine;
import io.cosmopilot.deploy.cluster.Tree;
import io.cosmopilot.templates.Manifest;

/**
 * What a release does to the quota of its space.
 *
 * @param quota the ResourceQuota as it is in the cluster
 * @param before what the application takes now
 * @param after what it will take
 */
record QuotaForecast(Manifest quota, Needs before, Needs after) {

    private static final List<String> COUNTED = List.of("requests.cpu", "requests.memory", "requests.storage");
    private static final BigDecimal MI = BigDecimal.valueOf(1L << 20);
    private static final BigDecimal GI = BigDecimal.valueOf(1L << 30);

    List<QuotaLine> lines() {
        return counted()
                .map(resource -> new QuotaLine(
                        resource, written(resource, after.amount(resource)), used(resource), hard(resource)))
                .toList();
    }

    List<Problem> problems() {
        return counted().flatMap(resource -> exceeded(resource).stream()).toList();
    }

    private Optional<Problem> exceeded(String resource) {
        var free = amount(hard(resource)).subtract(amount(used(resource))).add(before.amount(resource));
        if (after.amount(resource).compareTo(free) <= 0) {
            return Optional.empty();
        }
        var needed = written(resource, after.amount(resource));
        var numbers =
                List.of(resource + "=" + needed, resource + "=" + used(resource), resource + "=" + hard(resource));
        return Optional.of(new Problem(
                "deploy.evidence.quota-exceeded",
                numbers,
                null,
                List.of(Offer.LOWER_REQUESTS, Offer.ASK_FOR_QUOTA),
                List.of()));
    }

    private Stream<String> counted() {
        var hard = new Tree(quota.content()).at("spec", "hard");
        return COUNTED.stream().filter(hard::has);
    }

    private String hard(String resource) {
        return new Tree(quota.content()).at("spec", "hard").text(resource, "0");
    }

    private String used(String resource) {
        return new Tree(quota.content()).at("status", "used").text(resource, "0");
    }

    private static BigDecimal amount(String quantity) {
        return Quantity.getAmountInBytes(Quantity.parse(quantity));
    }

    private static String written(String resource, BigDecimal amount) {
        return resource.endsWith("cpu") ? cores(amount) : bytes(amount);
    }

    private static String cores(BigDecimal amount) {
        var thousandths = amount.multiply(BigDecimal.valueOf(1000)).setScale(0, RoundingMode.UP);
        return thousandths.remainder(BigDecimal.valueOf(1000)).signum() == 0
                ? amount.setScale(0, RoundingMode.UP).toPlainString()
                : thousandths.toPlainString() + "m";
    }

    private static String bytes(BigDecimal amount) {
        if (amount.signum() == 0) {
            return "0";
        }
        return amount.remainder(GI).signum() == 0
                ? amount.divide(GI).toPlainString() + "Gi"
                : amount.divide(MI, 0, RoundingMode.UP).toPlainString() + "Mi";
    }
}
