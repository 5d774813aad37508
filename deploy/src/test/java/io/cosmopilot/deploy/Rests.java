package io.cosmopilot.deploy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Has whoever applies the application {@code rest-3} stop for good when the cluster has its third object, and before
 * anybody could note that; {@code rest-0} stops before its first. Whoever prunes {@code prune-1} stops in the same way
 * when its first object is gone from the cluster; {@code prune-0} stops before that.
 */
final class Rests
        implements Interceptor, BeanPostProcessor, ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, Pattern> APPLICATIONS =
            Map.of("PATCH", Pattern.compile(".*/(rest-(\\d+))"), "DELETE", Pattern.compile(".*/(prune-(\\d+))-[a-z]"));
    private static final long PATIENCE = 60;

    private final Map<String, Integer> done = new HashMap<>();
    private final ThreadLocal<Boolean> reached = ThreadLocal.withInitial(() -> false);
    private final CountDownLatch expected;

    Rests(int applications) {
        expected = new CountDownLatch(applications);
    }

    @Override
    public void initialize(ConfigurableApplicationContext starting) {
        starting.getBeanFactory().addBeanPostProcessor(this);
        SeenCalls.by(this, starting);
    }

    /** Returns when all of them rest; false when that takes too long. */
    boolean awaitAll() throws InterruptedException {
        return expected.await(PATIENCE, TimeUnit.SECONDS);
    }

    @Override
    public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
        var applications = APPLICATIONS.get(request.method());
        var query = String.valueOf(request.uri().getQuery());
        if (applications == null || query.contains("dryRun")) {
            return;
        }
        var application = applications.matcher(request.uri().getPath());
        if (application.matches()) {
            reach(application.group(1), Integer.parseInt(application.group(2)));
        }
    }

    private void reach(String application, int point) {
        if (point == 0) {
            rest();
        }
        synchronized (done) {
            reached.set(done.merge(application, 1, Integer::sum) == point);
        }
    }

    private void rest() {
        expected.countDown();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PlatformTransactionManager transactions ? new Noting(transactions) : bean;
    }

    /** Notes are made in transactions: the first after the point was reached never begins. */
    private final class Noting implements PlatformTransactionManager {

        private final PlatformTransactionManager transactions;

        Noting(PlatformTransactionManager transactions) {
            this.transactions = transactions;
        }

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            if (reached.get()) {
                rest();
            }
            return transactions.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            transactions.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            transactions.rollback(status);
        }
    }
}
