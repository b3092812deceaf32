package lianqiao.outside;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One question to another server.
 *
 * @param patience how long it may take in all once the name is looked up, to the last byte
 * @param mostBytes how much of the answer is read; a longer one is no answer
 */
public record Call(String method, URI address, Map<String, String> headers, byte[] body, Duration patience, int mostBytes) {
    public Call {
        headers = Map.copyOf(headers);
        if (patience.isNegative() || patience.isZero() || mostBytes < 0) throw new IllegalArgumentException("a call needs bounds");
    }

    public static Call get(URI address, Map<String, String> headers, Duration patience, int mostBytes) {
        return new Call("GET", address, headers, new byte[0], patience, mostBytes);
    }

    public static Call post(URI address, Map<String, String> headers, byte[] body, Duration patience, int mostBytes) {
        return new Call("POST", address, headers, body, patience, mostBytes);
    }

    /** Without what is sent: it may be a secret. */
    @Override public String toString() {
        return method + " " + address.getHost();
    }
}
