package io.cosmopilot.bot.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** One application for all test classes of a run that only need one to be there; it ends with the run. */
final class SharedApplication implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Assembled.class;
    }

    @Override
    public Assembled resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedApplication.class))
                .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .application();
    }

    private record Running(Assembled application, Path data) implements AutoCloseable {

        static Running start() {
            try {
                var data = Files.createTempDirectory("cosmopilot-shared");
                return new Running(Assembled.start(data), data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            application.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
