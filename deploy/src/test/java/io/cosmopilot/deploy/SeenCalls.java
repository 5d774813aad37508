package io.cosmopilot.deploy;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.Interceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Has somebody see every call that an application makes to the cluster. */
final class SeenCalls implements BeanPostProcessor, ApplicationListener<ContextClosedEvent> {

    private final Interceptor seeing;
    private @Nullable KubernetesClient client;

    private SeenCalls(Interceptor seeing) {
        this.seeing = seeing;
    }

    static void by(Interceptor seeing, ConfigurableApplicationContext application) {
        var calls = new SeenCalls(seeing);
        application.getBeanFactory().addBeanPostProcessor(calls);
        application.addApplicationListener(calls);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof KubernetesClient made ? seen(made) : bean;
    }

    private KubernetesClient seen(KubernetesClient made) {
        var seen = new KubernetesClientBuilder()
                .withConfig(made.getConfiguration())
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("seen", seeing))
                .build();
        client = seen;
        return seen;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        if (client != null) {
            client.close();
        }
    }
}
