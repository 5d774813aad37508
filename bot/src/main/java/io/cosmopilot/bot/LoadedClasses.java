package io.cosmopilot.bot;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** The names of classes in the order in which a JVM has loaded them, kept in a file. */
record LoadedClasses(List<String> names) {

    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

    /** A class at the end of a line; neither an array nor one that was made while running, which has other marks. */
    private static final Pattern NAME = Pattern.compile("(?m) ((?:[a-z]\\w*\\.)+(?!\\$Proxy)(?:(?!\\$\\$)[\\w$])+)$");

    /** Those of this JVM so far. Only HotSpot tells them. */
    static LoadedClasses ofThisJvm() throws JMException {
        Object told = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName(COMMANDS),
                        "vmClassloaders",
                        new Object[] {new String[] {"show-classes"}},
                        new String[] {String[].class.getName()});
        return toldIn(String.valueOf(told));
    }

    static LoadedClasses toldIn(String hierarchy) {
        return new LoadedClasses(NAME.matcher(hierarchy)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .toList());
    }

    static LoadedClasses read(Path file) throws IOException {
        return new LoadedClasses(Files.readAllLines(file));
    }

    /** At once, so that a start never reads half of it. */
    void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + "-unfinished");
        Files.write(unfinished, names);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
