package io.cosmopilot.adapters.slack;

import java.io.Serializable;
import java.util.Objects;

import com.slack.api.model.File;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody has shared.
 *
 * @param event under which it is handed in
 * @param size in bytes as Slack tells it, or 0
 * @param text what was said with it, possibly empty
 */
record SlackFile(
        String event,
        String team,
        String user,
        String name,
        long size,
        @Nullable String address,
        String text) implements Serializable {

    static SlackFile of(String event, String team, String user, File file, String text) {
        return new SlackFile(
                event,
                team,
                user,
                Objects.requireNonNullElse(file.getName(), "file"),
                Objects.requireNonNullElse(file.getSize(), 0),
                file.getUrlPrivateDownload() == null ? file.getUrlPrivate() : file.getUrlPrivateDownload(),
                text);
    }
}
