package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

import com.slack.api.model.File;

import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.files.Unfit;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Uploads.Upload;

/** Fetches what people share on Slack, from Slack only, and only what is taken anywhere. */
final class SlackFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Links links;
    private final FilesIn files;
    private final String token;
    private final String host;

    /** @param host whose files are fetched with the token, and those of its subdomains; nobody else is shown it */
    SlackFiles(Links links, FilesIn files, String token, String host) {
        this.links = links;
        this.files = files;
        this.token = token;
        this.host = host;
    }

    /**
     * The file as an upload of the account's owner; empty when it has none.
     *
     * @throws Unfit when it is too large, or not of a kind that is taken
     * @throws IOException when it cannot be had
     */
    Optional<Upload> keep(Account account, File file) throws IOException {
        Optional<Person> owner = links.owner(account);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        files.check(name(file), file.getSize() == null ? 0 : file.getSize());
        return Optional.of(files.keep(owner.get().username(), name(file), fetched(file)));
    }

    private byte[] fetched(File file) throws IOException {
        String address = file.getUrlPrivateDownload() == null ? file.getUrlPrivate() : file.getUrlPrivateDownload();
        if (address == null || !trusted(URI.create(address))) {
            throw new IOException("it is not at Slack");
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("Slack answered " + response.statusCode());
                }
                // One byte too many shows that it is larger than it said.
                return body.readNBytes((int) files.largest(name(file)) + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    String refusal(Words words, File file, Unfit unfit) {
        return files.refusal(words, name(file), unfit);
    }

    private boolean trusted(URI address) {
        String from = String.valueOf(address.getHost());
        return from.equals(host) || from.endsWith("." + host);
    }

    static String name(File file) {
        return file.getName() == null ? "file" : file.getName();
    }
}
