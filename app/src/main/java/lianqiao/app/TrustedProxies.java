package lianqiao.app;

import java.net.InetAddress;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The proxies that are believed: addresses or networks (10.1.0.0/16). No names, which could be made to mean another machine. */
final class TrustedProxies {
    private static final int WIDEST = 8;

    private TrustedProxies() {}

    /** Networks parted by commas, as the server wants them; throws {@link IllegalArgumentException} at anything else. */
    static String read(String typed) {
        return Stream.of(typed.split("[\\s,]+")).map(TrustedProxies::network).collect(Collectors.joining(","));
    }

    /** Whoever trusted the whole world would trust every forged header. */
    private static String network(String typed) {
        var parts = typed.split("/", -1);
        if (parts.length > 2 || !parts[0].matches("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*")) throw new IllegalArgumentException(typed);
        int bits = bits(parts[0]);
        int kept = parts.length == 2 ? Integer.parseInt(parts[1]) : bits;
        if (kept < WIDEST || kept > bits) throw new IllegalArgumentException(typed);
        return parts[0] + "/" + kept;
    }

    private static int bits(String address) {
        return InetAddress.ofLiteral(address).getAddress().length * 8;
    }
}
