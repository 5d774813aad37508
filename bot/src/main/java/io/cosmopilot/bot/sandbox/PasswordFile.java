package io.cosmopilot.bot.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The passwords of the sandbox’s accounts, in a file that nobody but its owner reads. */
final class PasswordFile {

    private final Path file;

    PasswordFile(Path data) {
        this.file = data.toAbsolutePath().normalize().resolve("accounts.properties");
    }

    Optional<String> of(String username) {
        return Optional.ofNullable(read().get(username));
    }

    void keep(String username, String password) {
        Map<String, String> all = read();
        all.put(username, password);
        String content = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "accounts", ".new", ownerOnly());
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the passwords could not be kept in " + file, e);
        }
    }

    private Map<String, String> read() {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.exists(file) ? Files.readString(file) : ""));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, properties::getProperty, (a, b) -> b, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("the passwords could not be read from " + file, e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
