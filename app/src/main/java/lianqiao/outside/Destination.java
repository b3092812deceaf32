package lianqiao.outside;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Whom the program may call: a way of speaking, a host and a port. The host is in lower case and without a dot at its end,
 * so that one place has one spelling.
 *
 * @param way {@code http}, {@code https}, {@code smtp} or {@code clamd}
 */
public record Destination(String way, String host, int port) {
    private static final List<String> WAYS = List.of("http", "https", "smtp", "clamd");

    public Destination {
        way = way.toLowerCase(Locale.ROOT);
        host = spelled(host);
        if (!WAYS.contains(way) || host.isEmpty() || port < 1 || port > 65_535) throw new IllegalArgumentException("not a destination");
    }

    /**
     * Reads the place from an address; whatever stands behind the port is of no account.
     *
     * @throws IllegalArgumentException when it is no address this program could call, or carries a name and password
     */
    public static Destination of(URI address) {
        if (address.getScheme() == null || address.getHost() == null || address.getRawUserInfo() != null) throw new IllegalArgumentException("not a destination");
        var way = address.getScheme().toLowerCase(Locale.ROOT);
        return new Destination(way, address.getHost(), address.getPort() >= 0 ? address.getPort() : usual(way));
    }

    /** A virus scanner. */
    public static Destination scanner(String host, int port) {
        return new Destination("clamd", host, port);
    }

    /** A mail server. */
    public static Destination mail(String host, int port) {
        return new Destination("smtp", host, port);
    }

    private static int usual(String way) {
        return switch (way) {
            case "http" -> 80;
            case "https" -> 443;
            default -> 587;
        };
    }

    private static String spelled(String host) {
        var plain = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        return (plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain).toLowerCase(Locale.ROOT);
    }

    @Override public String toString() {
        return way + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
