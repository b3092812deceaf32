package lianqiao.identity;

import java.net.URI;
import java.util.Set;

/**
 * Where passkeys are good. It can never change without losing all of them, so it follows from the public address alone.
 *
 * @param domain the host that passkeys are bound to
 * @param origins the addresses, with protocol and port, on which they may be used
 * @param name what the device shows beside them
 */
public record PasskeySite(String domain, Set<String> origins, String name) {
    public PasskeySite {
        origins = Set.copyOf(origins);
    }

    /** The site at that address. A bare number of a computer cannot have passkeys; on one's own machine they are good at {@code localhost}. */
    public static PasskeySite at(URI url, String name) {
        var host = url.getHost().matches("[0-9.]+|\\[.*") ? "localhost" : url.getHost();
        return new PasskeySite(host, Set.of(url.getScheme() + "://" + host + (url.getPort() < 0 ? "" : ":" + url.getPort())), name);
    }
}
