package lianqiao.authenticity;

import java.net.InetAddress;
import java.util.Arrays;

/** The network an address belongs to, as bytes: /24 of IPv4, also when written as IPv6, and /56 of IPv6. */
final class Prefix {
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 7;

    private Prefix() {}

    /** What is no address counts as one network of its own, so that nonsense never escapes a limit. Nothing is looked up. */
    static byte[] of(String address) {
        var bytes = bytes(address);
        return Arrays.copyOf(bytes, bytes.length == 4 ? IPV4_BYTES : Math.min(bytes.length, IPV6_BYTES));
    }

    private static byte[] bytes(String address) {
        boolean written = address.indexOf(':') >= 0 || address.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!written) return new byte[0];
        try {
            return InetAddress.ofLiteral(address).getAddress();   // IPv4 inside IPv6 comes back as IPv4
        } catch (IllegalArgumentException nonsense) {
            return new byte[0];
        }
    }
}
