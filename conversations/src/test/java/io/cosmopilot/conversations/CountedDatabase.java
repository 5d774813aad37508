package io.cosmopilot.conversations;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that counts how often it is waited for: every statement, and every commit. */
public final class CountedDatabase extends DelegatingDataSource implements AutoCloseable {

    private final AtomicInteger trips = new AtomicInteger();
    private final HikariDataSource pool;

    public CountedDatabase(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /** Since the last time this was asked. */
    public int trips() {
        return trips.getAndSet(0);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return counted(Connection.class, super.getConnection());
    }

    private <T> T counted(Class<T> type, T real) {
        InvocationHandler handler = (proxy, method, arguments) -> call(real, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** The beginning of a transaction travels with its first statement. */
    private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute") || name.equals("commit") || name.equals("rollback")) {
            trips.incrementAndGet();
        }
        try {
            Object answer = method.invoke(real, arguments);
            return answer instanceof PreparedStatement statement ? counted(PreparedStatement.class, statement) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
