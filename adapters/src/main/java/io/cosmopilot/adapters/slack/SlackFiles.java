package io.cosmopilot.adapters.slack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import io.cosmopilot.adapters.files.FilesIn;
import io.cosmopilot.adapters.files.Unfit;
import io.cosmopilot.adapters.words.Words;
import io.cosmopilot.conversations.Account;
import io.cosmopilot.conversations.Links;
import io.cosmopilot.conversations.Person;
import io.cosmopilot.conversations.Uploads.Upload;

/** Fetches what people share on Slack, from Slack only, and only what is taken anywhere. */
final class SlackFiles {

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
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
     * @param patience for how long it is waited for
     * @throws Unfit when it is too large, or not of a kind that is taken
     * @throws TimeoutException when it takes longer
     * @throws IOException when it cannot be had
     */
    Optional<Upload> keep(Account account, String name, long size, @Nullable String address, Duration patience)
            throws IOException, TimeoutException {
        Optional<Person> owner = links.owner(account);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        files.check(name, size);
        if (address == null || !trusted(URI.create(address))) {
            throw new IOException("it is not at Slack");
        }
        return Optional.of(files.keep(owner.get().username(), name, within(patience, name, URI.create(address))));
    }

    /** The time limit of a request ends with the headers of its answer; what is large comes after them. */
    private byte[] within(Duration patience, String name, URI address) throws IOException, TimeoutException {
        FutureTask<byte[]> fetching = new FutureTask<>(() -> fetched(name, address));
        Thread.ofVirtual().name("slack-file").start(fetching);
        try {
            return fetching.get(Math.max(0, patience.toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            fetching.cancel(true);
        }
    }

    private byte[] fetched(String name, URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("Slack answered " + response.statusCode());
            }
            // One byte too many shows that it is larger than it said.
            return body.readNBytes((int) files.largest(name) + 1);
        }
    }

    String refusal(Words words, String name, Unfit unfit) {
        return files.refusal(words, name, unfit);
    }

    private boolean trusted(URI address) {
        String from = String.valueOf(address.getHost());
        return from.equals(host) || from.endsWith("." + host);
    }
}
