package io.cosmopilot.deploy.builds;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Where code may come from: http or https, the usual ports, a host that is allowed, and no password in the address. */
record Origin(URI uri) {

    static Origin parse(String text, List<String> allowed) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new BuildException("url-malformed", text).because(malformed);
        }
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        var host = uri.getHost();
        if (host == null || !List.of("http", "https").contains(scheme) || uri.getRawUserInfo() != null) {
            throw new BuildException("url-malformed", text);
        }
        boolean usual = List.of(-1, 80, 443).contains(uri.getPort());
        if (!usual || !allowed.contains(host.toLowerCase(Locale.ROOT))) {
            throw new BuildException("host-not-allowed", host, String.join(", ", allowed));
        }
        return new Origin(uri);
    }

    /** Where a redirection leads; the same rules hold there. */
    Origin follow(String location, List<String> allowed) {
        try {
            return parse(uri.resolve(location).toString(), allowed);
        } catch (IllegalArgumentException malformed) {
            throw new BuildException("url-malformed", location).because(malformed);
        }
    }

    String fileName() {
        var path = uri.getPath() == null ? "" : uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
