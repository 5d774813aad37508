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
 * anybody could note that; {@code rest-0} stops before its first.
 */
final class Rests
        implements Interceptor, BeanPostProcessor, ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Pattern APPLICATION = Pattern.compile(".*/rest-(\\d+)");
    private static final long PATIENCE = 60;

    private final Map<Integer, Integer> applied = new HashMap<>();
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
        var application = APPLICATION.matcher(request.uri().getPath());
        var query = String.valueOf(request.uri().getQuery());
        if (request.method().equals("PATCH") && !query.contains("dryRun") && application.matches()) {
            reach(Integer.parseInt(application.group(1)));
        }
    }

    private void reach(int point) {
        if (point == 0) {
            rest();
        }
        synchronized (applied) {
            reached.set(applied.merge(point, 1, Integer::sum) == point);
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
