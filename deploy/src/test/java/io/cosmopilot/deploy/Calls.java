package io.cosmopilot.deploy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;

/** Counts what an application asks the cluster for. */
final class Calls implements Interceptor {

    private final AtomicInteger reads = new AtomicInteger();
    private final Map<String, Integer> paths = new ConcurrentHashMap<>();

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        boolean watches = String.valueOf(request.uri().getQuery()).contains("watch=true");
        if (request.method().equals("GET") && !watches) {
            reads.incrementAndGet();
            paths.merge(request.uri().getPath(), 1, Integer::sum);
        }
    }

    /** How often it has listed or got something. */
    int reads() {
        return reads.get();
    }

    /** How often it has listed or got exactly this. */
    int reads(String path) {
        return paths.getOrDefault(path, 0);
    }
}
