package io.cosmopilot.bot.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsTest {

    @Test
    void no_module_with_tables_is_forgotten() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            assertThat(modules.filter(module -> Files.isDirectory(
                            module.resolve("src/main/resources/db/migration/" + module.getFileName()))))
                    .extracting(module -> module.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(Migrations.MODULES);
        }
    }
}
