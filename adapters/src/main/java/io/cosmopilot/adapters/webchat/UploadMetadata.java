package io.cosmopilot.adapters.webchat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;

/**
 * What a client of the tus protocol tells about a file: {@code filename} and Base64, and if it likes {@code sha256}.
 *
 * @param sha256 in lower-case hexadecimal digits
 */
record UploadMetadata(String filename, @Nullable String sha256) {

    static UploadMetadata parse(String header) {
        Map<String, String> told = Arrays.stream(header.split(","))
                .map(pair -> pair.strip().split(" ", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]), (first, again) -> first));
        var sha256 = told.get("sha256");
        if (sha256 != null && !sha256.matches("[0-9a-f]{64}")) {
            throw new Refusal(Problem.MALFORMED);
        }
        return new UploadMetadata(told.getOrDefault("filename", ""), sha256);
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Problem.MALFORMED);
        }
    }
}
