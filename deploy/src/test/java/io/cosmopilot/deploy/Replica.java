package io.cosmopilot.deploy;

import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The module once more, on a database that other replicas use too. */
final class Replica implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Replica(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param database its JDBC URL
     * @param reports where what it tells is heard
     * @param special prepares what else is special of it
     */
    static Replica start(
            String database,
            String kubeconfig,
            Reports reports,
            ApplicationContextInitializer<ConfigurableApplicationContext> special) {
        return new Replica(new SpringApplicationBuilder(DeployApplication.class)
                .properties(
                        DeployApplication.DATABASE + "=false",
                        "spring.datasource.url=" + database,
                        "cosmopilot.cluster=kubernetes",
                        "cosmopilot.kubernetes.kubeconfig=" + kubeconfig)
                .bannerMode(Banner.Mode.OFF)
                .initializers(starting -> starting.getBeanFactory().registerSingleton("reports", reports), special)
                .run());
    }

    static Replica start(String database, String kubeconfig, Reports reports) {
        return start(database, kubeconfig, reports, starting -> {});
    }

    Tenants tenants() {
        return context.getBean(Tenants.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
