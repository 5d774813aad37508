package io.cosmopilot.adapters.webchat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.cosmopilot.adapters.access.SignedIn;
import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.conversations.Uploads;

/** Takes files: text, of the kinds that something can be done with. */
@RestController
class UploadsApi {

    private final Uploads uploads;
    private final WebchatProperties limits;

    UploadsApi(Uploads uploads, WebchatProperties limits) {
        this.uploads = uploads;
        this.limits = limits;
    }

    @PostMapping("/api/webchat/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestParam MultipartFile file, SignedIn me) throws IOException {
        if (file.getSize() > limits.largestUpload().toBytes()) {
            throw new Refusal(Problem.TOO_LARGE);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        byte[] content = file.getBytes();
        if (!limits.uploads().contains(ending(name)) || !text(content)) {
            throw new Refusal(Problem.FILE_TYPE, String.join(", ", limits.uploads()));
        }
        Uploads.Upload kept = uploads.keep(me.username(), name, content);
        return new Uploaded(kept.id(), kept.name(), kept.size(), kept.sha256());
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

    /** What the widget then attaches. */
    record Uploaded(String upload, String name, long size, String sha256) {}
}
