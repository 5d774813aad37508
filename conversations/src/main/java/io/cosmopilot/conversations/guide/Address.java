package io.cosmopilot.conversations.guide;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/** Where a page may be read from. */
final class Address {

    private static final int SHARED_FIRST = 100;
    private static final int UNIQUE_LOCAL = 0xfc;

    private Address() {}

    static boolean isWeb(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && address.getUserInfo() == null;
    }

    /** Whether every address of the host is one of the public internet. */
    static boolean isPublic(String host) throws UnknownHostException {
        return Arrays.stream(InetAddress.getAllByName(host)).noneMatch(Address::isInternal);
    }

    static boolean isInternal(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address ? isUniqueLocal(address) : isShared(address));
    }

    /** fc00::/7, RFC 4193. */
    private static boolean isUniqueLocal(InetAddress address) {
        return (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL;
    }

    /** 100.64.0.0/10, RFC 6598, and 0.0.0.0/8. */
    private static boolean isShared(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes[0] == 0 || (bytes[0] == SHARED_FIRST && (bytes[1] & 0xc0) == 0x40);
    }
}
