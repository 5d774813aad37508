package io.cosmopilot.adapters.webchat;

import java.io.IOException;
import java.util.Objects;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import io.cosmopilot.adapters.access.SignedIn;
import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.files.Unfit;
import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.conversations.Uploads;

/** Takes files before they are said to be for anything. */
@RestController
class UploadsApi {

    private final FilesIn files;

    UploadsApi(FilesIn files) {
        this.files = files;
    }

    @PostMapping("/api/webchat/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded upload(@RequestParam MultipartFile file, SignedIn me) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try {
            files.check(name, file.getSize());
            Uploads.Upload kept = files.keep(me.username(), name, file.getBytes());
            return new Uploaded(kept.id(), kept.name(), kept.size(), kept.sha256());
        } catch (Unfit unfit) {
            throw refusal(unfit, files);
        }
    }

    static Refusal refusal(Unfit unfit, FilesIn files) {
        return switch (unfit.why()) {
            case TOO_LARGE -> new Refusal(Problem.TOO_LARGE);
            case WRONG_KIND -> new Refusal(Problem.FILE_TYPE, String.join(", ", files.endings()));
        };
    }

    /** What the widget then attaches. */
    record Uploaded(String upload, String name, long size, String sha256) {}
}
