package io.cosmopilot.bot.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another application runs on the same directory. */
final class DataDirectoryInUse extends RuntimeException {

    private final transient Path path;

    DataDirectoryInUse(Path path) {
        super("another Cosmopilot is running on " + path);
        this.path = path;
    }

    /** Says so without a stack trace, and with the way out. */
    static final class Analyzer extends AbstractFailureAnalyzer<DataDirectoryInUse> {

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable root, DataDirectoryInUse cause) {
            return new FailureAnalysis(
                    "Another Cosmopilot is running on " + cause.path + ".",
                    "Stop the other one, or give this one a directory of its own (COSMOPILOT_DATA=./other and"
                            + " SERVER_PORT=8081), or let both share a PostgreSQL (SPRING_DATASOURCE_URL=jdbc:…).",
                    cause);
        }
    }
}
