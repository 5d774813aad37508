package io.cosmopilot.adapters.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Uploads;

/** Takes files: text and code, of the kinds that something can be done with. The limits are the same on every channel. */
@Component
public class FilesIn {

    private final Uploads uploads;
    private final FileLimits limits;

    public FilesIn(Uploads uploads, FileLimits limits) {
        this.uploads = uploads;
        this.limits = limits;
    }

    /**
     * Keeps a file.
     *
     * @throws Unfit when it is too large, or not of a kind that is taken
     */
    public Uploads.Upload keep(String owner, String name, byte[] content) {
        check(name, content.length);
        if (!code(name) && !text(content)) {
            throw new Unfit(Unfit.Why.WRONG_KIND);
        }
        return uploads.keep(owner, name, content);
    }

    /** Whether it is worth fetching: the name and the size are known before the content is. */
    public void check(String name, long size) {
        if (size > largest(name)) {
            throw new Unfit(Unfit.Why.TOO_LARGE);
        }
        if (!endings().contains(ending(name))) {
            throw new Unfit(Unfit.Why.WRONG_KIND);
        }
    }

    /** Whether it is code that is worth fetching in parts; text is small. */
    public void checkCode(String name, long size) {
        check(name, size);
        if (!code(name)) {
            throw new Unfit(Unfit.Why.WRONG_KIND);
        }
    }

    /** How many bytes a file of this name may have. */
    public long largest(String name) {
        return (code(name) ? limits.largestCode() : limits.largestUpload()).toBytes();
    }

    /** Why it is not taken, for the person who sent it. */
    public String refusal(Words words, String name, Unfit unfit) {
        return switch (unfit.why()) {
            case TOO_LARGE -> words.of("adapters.file.large", name);
            case WRONG_KIND -> words.of("adapters.file.kind", name, String.join(", ", endings()));
        };
    }

    /** In bytes. */
    public long largestCode() {
        return limits.largestCode().toBytes();
    }

    /** Endings of names that are taken. */
    public List<String> endings() {
        return Stream.concat(limits.uploads().stream(), limits.code().stream()).toList();
    }

    private boolean code(String name) {
        return limits.code().contains(ending(name));
    }

    private static String ending(String name) {
        return Objects.requireNonNullElse(StringUtils.getFilenameExtension(name), "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .noneMatch(character -> character == 0);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
