package io.cosmopilot.deploy.builds;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Finds the addresses of hosts, and refuses those that lead into our own networks. */
final class Addresses {

    private final Resolver resolver;

    Addresses(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Every address of the host, when all of them are out in the world. */
    InetAddress[] of(String host) throws UnknownHostException {
        var all = resolver.resolve(host);
        for (var address : all) {
            if (ours(address)) {
                throw new BuildException("address-not-allowed", host);
            }
        }
        return all.toArray(InetAddress[]::new);
    }

    private static boolean ours(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || special(address.getAddress());
    }

    /** What Java has no name for: RFC 6890, carrier's NAT, unique local, and IPv4 that hides in IPv6. */
    private static boolean special(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            return first == 0
                    || first >= 240
                    || (first == 100 && second >= 64 && second < 128)
                    || (first == 192 && second == 0)
                    || (first == 198 && (second == 18 || second == 19));
        }
        boolean unique = (first & 0xfe) == 0xfc;
        boolean nat64 = first == 0 && second == 0x64;
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean compatible = Arrays.equals(bytes, 0, 12, new byte[12], 0, 12);
        return unique || nat64 || sixToFour || compatible;
    }

    /** Finds addresses. */
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;

        static Resolver system() {
            return host -> List.of(InetAddress.getAllByName(host));
        }
    }
}
