package io.cosmopilot.deploy.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

import io.cosmopilot.templates.Manifest;

/**
 * What the bot does to the cluster, as itself or as a person. Every call throws {@link ClusterAway} when asking again
 * may help, and {@link Refusal} when it does not.
 */
public final class Hand {

    static final String FIELD_MANAGER = "cosmopilot";

    private static final int FORBIDDEN = 403;

    private final NamespacedKubernetesClient client;
    private final Served served;
    private final RequestConfig as;

    Hand(NamespacedKubernetesClient client, Served served, RequestConfig as) {
        this.client = client;
        this.served = served;
        this.as = as;
    }

    /** The object as it is in the cluster. */
    public Optional<Manifest> find(Reference reference) {
        return Optional.ofNullable(call(reference, Resource::get)).map(this::manifest);
    }

    /** What applying would make of the object. Nothing is changed. */
    public Manifest dryRun(Manifest manifest, String namespace) {
        return apply(manifest, namespace, context().withDryRun(List.of("All")).build());
    }

    /** Applies the object; another manager's fields are left alone, and refused if they are asked for. */
    public Manifest apply(Manifest manifest, String namespace) {
        return apply(manifest, namespace, context().build());
    }

    /** Applies the object and takes over its fields from whoever has them. */
    public Manifest own(Manifest manifest, String namespace) {
        return apply(manifest, namespace, context().withForce(true).build());
    }

    /** Removes the object and what it owns. What is not there is removed already. */
    public void remove(Reference reference) {
        call(
                reference,
                resource -> resource.withPropagationPolicy(DeletionPropagation.BACKGROUND)
                        .delete());
    }

    private static PatchContext.Builder context() {
        return new PatchContext.Builder()
                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                .withFieldManager(FIELD_MANAGER)
                .withFieldValidation("Strict");
    }

    private Manifest apply(Manifest manifest, String namespace, PatchContext how) {
        return manifest(call(Reference.to(manifest, namespace), (resource, kind) -> {
            var spoken = manifest.withApiVersion(kind.apiVersion()).content();
            var wanted = client.getKubernetesSerialization().convertValue(spoken, GenericKubernetesResource.class);
            return resource.patch(how, wanted);
        }));
    }

    @SuppressWarnings("unchecked") // an object of Kubernetes is a map with text as keys
    private Manifest manifest(GenericKubernetesResource resource) {
        return new Manifest(client.getKubernetesSerialization().convertValue(resource, LinkedHashMap.class));
    }

    private <T> T call(Reference reference, Function<Resource<GenericKubernetesResource>, T> what) {
        return call(reference, (resource, kind) -> what.apply(resource));
    }

    private <T> T call(Reference reference, BiFunction<Resource<GenericKubernetesResource>, Kind, T> what) {
        try {
            return once(reference, what);
        } catch (KubernetesClientException failed) {
            if (failed.getCode() != FORBIDDEN) {
                throw told(reference, failed);
            }
            return again(reference, what);
        }
    }

    private <T> T once(Reference reference, BiFunction<Resource<GenericKubernetesResource>, Kind, T> what) {
        var kind = served.of(Kind.required(reference.apiVersion(), reference.kind()));
        return client.withRequestConfig(as).call(acting -> what.apply(resource(acting, kind, reference), kind));
    }

    /** An API server that has just begun knows nobody's rights yet and forbids everything: that says nothing. */
    private <T> T again(Reference reference, BiFunction<Resource<GenericKubernetesResource>, Kind, T> what) {
        try {
            client.raw("/readyz");
        } catch (KubernetesClientException unready) {
            if (unready.getCode() != FORBIDDEN) {
                throw new ClusterAway("/readyz", unready);
            }
        }
        try {
            return once(reference, what);
        } catch (KubernetesClientException failed) {
            throw told(reference, failed);
        }
    }

    private static Resource<GenericKubernetesResource> resource(
            NamespacedKubernetesClient acting, Kind kind, Reference reference) {
        var context = kind.context();
        var all = acting.genericKubernetesResources(context);
        return context.isNamespaceScoped()
                ? all.inNamespace(reference.namespace()).withName(reference.name())
                : all.withName(reference.name());
    }

    private static ClusterException told(Reference reference, KubernetesClientException failed) {
        int code = failed.getCode();
        boolean passing = code <= 0 || code == 408 || code == 429 || (code >= 500 && !malformed(failed));
        return passing
                ? new ClusterAway(reference.kind() + " " + reference.name(), failed)
                : new Refusal(reference.kind(), reference.name(), failed);
    }

    /** Before 1.22 the API server calls an object that does not fit its schema an internal error of its own. */
    private static boolean malformed(KubernetesClientException failed) {
        return String.valueOf(failed.getMessage()).contains("failed to create typed patch object");
    }
}
