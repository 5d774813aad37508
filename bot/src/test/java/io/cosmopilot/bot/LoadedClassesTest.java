package io.cosmopilot.bot;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LoadedClassesTest {

    @Test
    void takesTheNamesThatALaterStartCanAskFor() {
        var told = """
                4711:
                +-- <bootstrap>
                      |
                      |               Classes: java.lang.Object
                      |                        [Ljava.lang.Object;
                      |                        [I
                      |                        java.util.Map$Entry
                      |                        (3 classes)
                      |        Hidden Classes: java.lang.invoke.LambdaForm$DMH/0x000000001f000c00
                      +-- "app", jdk.internal.loader.ClassLoaders$AppClassLoader
                                      Classes: io.cosmopilot.Demo
                                               io.cosmopilot.Demo$$SpringCGLIB$$0
                                               jdk.proxy2.$Proxy12
                                               org.example.Other
                """;

        assertThat(LoadedClasses.toldIn(told).names())
                .containsExactly(
                        "java.lang.Object",
                        "java.util.Map$Entry",
                        "jdk.internal.loader.ClassLoaders$AppClassLoader",
                        "io.cosmopilot.Demo",
                        "org.example.Other");
    }

    @Test
    void knowsThoseOfThisJvmInTheirOrder() throws Exception {
        assertThat(LoadedClasses.ofThisJvm().names())
                .containsSubsequence(
                        "java.lang.Object", LoadedClassesTest.class.getName(), "io.cosmopilot.bot.LoadedClasses");
    }

    @Test
    void keepsThem(@TempDir Path directory) throws Exception {
        var file = directory.resolve("classes");
        new LoadedClasses(List.of("a.A", "b.B")).write(file);
        new LoadedClasses(List.of("c.C", "d.D$E")).write(file);

        assertThat(LoadedClasses.read(file).names()).containsExactly("c.C", "d.D$E");
        assertThat(directory).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**-unfinished");
    }
}
