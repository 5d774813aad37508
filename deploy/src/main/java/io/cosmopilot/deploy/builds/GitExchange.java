package io.cosmopilot.deploy.builds;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;

import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * A question of JGit and its answer, over our own client instead of Java’s, which would resolve the name once more. What
 * JGit would like to be otherwise about the connection, such as an unverified certificate, is not heard.
 */
final class GitExchange implements HttpConnection {

    private static final String METHOD_GET = "GET";
    private static final int REDIRECTION = 300;

    private final HttpClient http;
    private final URL url;
    private final LongConsumer arriving;
    private final Map<String, String> questions = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private String method = METHOD_GET;
    private @Nullable ClassicHttpResponse answer;

    /** @param arriving is told how many bytes arrive, and may refuse more */
    GitExchange(HttpClient http, URL url, LongConsumer arriving) {
        this.http = http;
        this.url = url;
        this.arriving = arriving;
    }

    @Override
    public void connect() throws IOException {
        answer();
    }

    private ClassicHttpResponse answer() throws IOException {
        var known = answer;
        if (known == null) {
            known = asked();
            answer = known;
        }
        return known;
    }

    private ClassicHttpResponse asked() throws IOException {
        var question = new HttpUriRequestBase(method, URI.create(url.toString()));
        questions.forEach(question::setHeader);
        if (!METHOD_GET.equals(method)) {
            question.setEntity(new ByteArrayEntity(body.toByteArray(), null));
        }
        try {
            var made = http.executeOpen(RoutingSupport.determineHost(question), question, null);
            if (made.getCode() >= REDIRECTION) {
                // Nobody reads it, and its connection would stay taken.
                made.close();
            }
            return made;
        } catch (HttpException malformed) {
            throw new IOException(malformed);
        }
    }

    @Override
    public int getResponseCode() throws IOException {
        return answer().getCode();
    }

    @Override
    public String getResponseMessage() throws IOException {
        return String.valueOf(answer().getReasonPhrase());
    }

    @Override
    public InputStream getInputStream() throws IOException {
        var entity = answer().getEntity();
        if (answer().getCode() >= REDIRECTION || entity == null) {
            throw new IOException("HTTP " + answer().getCode());
        }
        return new Counted(entity.getContent());
    }

    @Override
    public OutputStream getOutputStream() {
        return body;
    }

    @Override
    public @Nullable String getHeaderField(String name) {
        var header = answer == null ? null : answer.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    @Override
    public List<String> getHeaderFields(String name) {
        return answer == null
                ? List.of()
                : Arrays.stream(answer.getHeaders(name)).map(Header::getValue).toList();
    }

    @Override
    public Map<String, List<String>> getHeaderFields() {
        var all = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        if (answer != null) {
            for (var header : answer.getHeaders()) {
                all.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
            }
        }
        return all;
    }

    @Override
    public @Nullable String getContentType() {
        return getHeaderField("Content-Type");
    }

    @Override
    public int getContentLength() {
        var entity = answer == null ? null : answer.getEntity();
        return entity == null ? -1 : (int) Math.min(entity.getContentLength(), Integer.MAX_VALUE);
    }

    @Override
    public URL getURL() {
        return url;
    }

    @Override
    public String getRequestMethod() {
        return method;
    }

    @Override
    public void setRequestMethod(String wanted) {
        method = wanted;
    }

    @Override
    public void setRequestProperty(String name, String value) {
        questions.put(name, value);
    }

    @Override
    public boolean usingProxy() {
        return false;
    }

    @Override
    public void setUseCaches(boolean wanted) {}

    @Override
    public void setConnectTimeout(int millis) {}

    @Override
    public void setReadTimeout(int millis) {}

    @Override
    public void setInstanceFollowRedirects(boolean wanted) {}

    @Override
    public void setDoOutput(boolean wanted) {}

    @Override
    public void setFixedLengthStreamingMode(int length) {}

    @Override
    public void setChunkedStreamingMode(int length) {}

    @Override
    public void configure(
            KeyManager @Nullable [] keys, TrustManager @Nullable [] trusted, @Nullable SecureRandom random) {}

    @Override
    public void setHostnameVerifier(HostnameVerifier verifier) {}

    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            arriving.accept(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            arriving.accept(Math.max(count, 0));
            return count;
        }
    }
}
