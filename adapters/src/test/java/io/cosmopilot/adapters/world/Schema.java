package io.cosmopilot.adapters.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The tables of modules as they are today. */
public final class Schema {

    private Schema() {}

    /** Makes the tables in an empty database, the modules in this order. */
    public static void into(DataSource database, String... modules) {
        Resource[] tables = Stream.of(modules)
                .flatMap(module -> migrations(module).stream())
                .toArray(Resource[]::new);
        new ResourceDatabasePopulator(tables).execute(database);
    }

    private static Collection<Resource> migrations(String module) {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:db/migration/" + module + "/V*.sql");
            // A class path may have the same file twice.
            Map<Double, Resource> byVersion = new TreeMap<>();
            Arrays.stream(files).forEach(file -> byVersion.put(version(file), file));
            return byVersion.values();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double version(Resource file) {
        String name = String.valueOf(file.getFilename());
        return Double.parseDouble(name.substring(1, name.indexOf("__")).replace('_', '.'));
    }
}
