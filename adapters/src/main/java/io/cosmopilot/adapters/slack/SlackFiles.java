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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Uploads;
import io.cosmopilot.conversations.Uploads.Upload;

/** Fetches what people share on Slack, from Slack only, and not more than may be uploaded anywhere. */
final class SlackFiles {

    private static final Logger log = LoggerFactory.getLogger(SlackFiles.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Links links;
    private final Uploads uploads;
    private final String token;
    private final String host;
    private final int most;

    /** @param host whose files are fetched with the token, and those of its subdomains; nobody else is shown it */
    SlackFiles(Links links, Uploads uploads, String token, String host, int most) {
        this.links = links;
        this.uploads = uploads;
        this.token = token;
        this.host = host;
        this.most = most;
    }

    /** The file as an upload of the account's owner; empty when it has none, or cannot be had. */
    Optional<Upload> keep(Account account, File file) {
        return links.owner(account)
                .flatMap(person -> fetched(file).map(content -> uploads.keep(person.username(), name(file), content)));
    }

    private Optional<byte[]> fetched(File file) {
        String address = file.getUrlPrivateDownload() == null ? file.getUrlPrivate() : file.getUrlPrivateDownload();
        if (address == null || !trusted(URI.create(address))) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] content = body.readNBytes(most + 1);
                return response.statusCode() == 200 && content.length <= most ? Optional.of(content) : Optional.empty();
            }
        } catch (IOException e) {
            log.info("a file on Slack could not be fetched: {}", e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private boolean trusted(URI address) {
        String from = String.valueOf(address.getHost());
        return from.equals(host) || from.endsWith("." + host);
    }

    private static String name(File file) {
        return file.getName() == null ? "file" : file.getName();
    }
}
