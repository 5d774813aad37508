package io.cosmopilot.adapters.webchat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import io.cosmopilot.adapters.access.SignedIn;
import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.files.Unfit;
import io.cosmopilot.adapters.problems.Problem;
import io.cosmopilot.adapters.problems.Refusal;
import io.cosmopilot.conversations.PartialUploads;
import io.cosmopilot.conversations.PartialUploads.Partial;

/**
 * Takes code in parts, so that a line that breaks costs only what was under way: the tus protocol 1.0 with its extensions
 * creation and expiration. The last segment of the location is the upload's id.
 */
@RestController
class ResumableApi {

    private static final String PATH = "/api/webchat/uploads/parts";
    private static final String ONE = PATH + "/{upload}";
    private static final String VERSION = "1.0.0";
    private static final String TUS = "Tus-Resumable";
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    /** So much of what arrived is safe at once; the rest of a request that breaks is lost. */
    private static final int PART = 1 << 20;

    private final PartialUploads uploads;
    private final FilesIn files;

    ResumableApi(PartialUploads uploads, FilesIn files) {
        this.uploads = uploads;
        this.files = files;
    }

    @RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
    ResponseEntity<Void> abilities() {
        return ResponseEntity.noContent()
                .header(TUS, VERSION)
                .header("Tus-Version", VERSION)
                .header("Tus-Extension", "creation,expiration")
                .header("Tus-Max-Size", String.valueOf(files.largestCode()))
                .build();
    }

    @PostMapping(PATH)
    ResponseEntity<Void> begin(
            @RequestHeader(name = TUS, defaultValue = "") String version,
            @RequestHeader(LENGTH) long length,
            @RequestHeader("Upload-Metadata") String metadata,
            SignedIn me) {
        if (!version.equals(VERSION)) {
            return otherVersion();
        }
        var about = UploadMetadata.parse(metadata);
        try {
            files.checkCode(about.filename(), length);
        } catch (Unfit unfit) {
            throw UploadsApi.refusal(unfit, files);
        }
        if (length < 1) {
            throw new Refusal(Problem.MALFORMED);
        }
        var begun = uploads.begin(me.username(), about.filename(), length, about.sha256());
        return told(HttpStatus.CREATED, begun)
                .location(URI.create(PATH + "/" + begun.id()))
                .build();
    }

    @RequestMapping(path = ONE, method = RequestMethod.HEAD)
    ResponseEntity<Void> how(@PathVariable String upload, SignedIn me) {
        var known = found(upload, me);
        return told(HttpStatus.OK, known)
                .header(LENGTH, String.valueOf(known.size()))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @PatchMapping(path = ONE, consumes = "application/offset+octet-stream")
    ResponseEntity<Void> append(
            @PathVariable String upload,
            @RequestHeader(name = TUS, defaultValue = "") String version,
            @RequestHeader(OFFSET) long offset,
            HttpServletRequest request,
            SignedIn me)
            throws IOException {
        if (!version.equals(VERSION)) {
            return otherVersion();
        }
        var known = found(upload, me);
        if (known.arrived() != offset) {
            throw new Refusal(Problem.OUT_OF_PLACE);
        }
        long arrived = take(request.getInputStream(), known, me);
        return told(HttpStatus.NO_CONTENT, new Partial(known.id(), known.size(), arrived, known.expires()))
                .build();
    }

    /** What arrived before the line broke is kept, too. */
    private long take(InputStream body, Partial known, SignedIn me) throws IOException {
        long offset = known.arrived();
        var buffer = new byte[PART];
        int filled = 0;
        try {
            int read = body.read(buffer);
            while (read >= 0) {
                filled += read;
                if (filled == PART) {
                    filled = 0;
                    offset = put(known, offset, buffer, me);
                }
                read = body.read(buffer, filled, PART - filled);
            }
        } finally {
            if (filled > 0) {
                offset = put(known, offset, Arrays.copyOf(buffer, filled), me);
            }
        }
        return offset;
    }

    private long put(Partial known, long offset, byte[] part, SignedIn me) {
        if (offset + part.length > known.size()) {
            throw new Refusal(Problem.TOO_LARGE);
        }
        return switch (uploads.append(me.username(), known.id(), offset, part)) {
            case TAKEN, COMPLETE -> offset + part.length;
            case OUT_OF_PLACE -> throw new Refusal(Problem.OUT_OF_PLACE);
            case DAMAGED -> throw new Refusal(Problem.DAMAGED);
        };
    }

    private Partial found(String upload, SignedIn me) {
        return uploads.find(me.username(), upload).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    private static ResponseEntity.BodyBuilder told(HttpStatus status, Partial partial) {
        return ResponseEntity.status(status)
                .header(TUS, VERSION)
                .header(OFFSET, String.valueOf(partial.arrived()))
                .header(
                        "Upload-Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                partial.expires().atOffset(ZoneOffset.UTC)));
    }

    private static ResponseEntity<Void> otherVersion() {
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .header("Tus-Version", VERSION)
                .build();
    }
}
