package lianqiao.tlog.verify;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One request and its answer in the little HTTP/1.1 (RFC 9112) a witness needs: a body only with its length, every size and
 * time bounded, whatever is unusual refused. A proxy in front adds TLS. Not thread-safe.
 */
record HttpExchange(String method, String path, Map<String, String> headers, byte[] body) {
    private static final int LARGEST_HEAD = 8 * 1024;
    /** However slowly a request drips in, it takes no longer. */
    private static final long WHOLE_NANOS = TimeUnit.SECONDS.toNanos(20);

    /** A request that gets only this status for an answer, and then no more. */
    static final class Unacceptable extends IOException {
        private static final long serialVersionUID = 1;

        final int status;

        Unacceptable(int status) {
            super("status " + status);
            this.status = status;
        }
    }

    /**
     * Reads one request.
     *
     * @throws EOFException when the other side has closed without one
     */
    static HttpExchange read(InputStream in, int largestBody) throws IOException {
        long end = System.nanoTime() + WHOLE_NANOS;
        var lines = head(in, end).split("\r\n", -1);
        var start = lines[0].split(" ", -1);
        if (start.length != 3 || !start[2].matches("HTTP/1\\.[01]")) throw new Unacceptable(400);
        var headers = new HashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            // A name twice, a folded line or a space before the colon: two readers may understand two things.
            if (colon < 1 || !lines[i].substring(0, colon).matches("[A-Za-z0-9-]+")) throw new Unacceptable(400);
            if (headers.put(lines[i].substring(0, colon).toLowerCase(java.util.Locale.ROOT), lines[i].substring(colon + 1).strip()) != null) throw new Unacceptable(400);
        }
        if (start[2].equals("HTTP/1.0")) headers.put("connection", "close");
        return new HttpExchange(start[0], start[1], headers, body(in, headers, start[0], largestBody, end));
    }

    private static String head(InputStream in, long end) throws IOException {
        var head = new StringBuilder();
        while (true) {
            int b = in.read();
            if (b < 0) throw new EOFException();
            if (System.nanoTime() > end) throw new Unacceptable(408);
            head.append((char) b);
            int length = head.length();
            if (length > LARGEST_HEAD) throw new Unacceptable(431);
            if (b == '\n' && length >= 4 && head.charAt(length - 3) == '\n' && head.charAt(length - 2) == '\r') return head.substring(0, length - 4);
        }
    }

    private static byte[] body(InputStream in, Map<String, String> headers, String method, int largest, long end) throws IOException {
        if (headers.containsKey("transfer-encoding")) throw new Unacceptable(411);
        var length = headers.get("content-length");
        if (length == null) {
            if (method.equals("POST")) throw new Unacceptable(411);
            return new byte[0];
        }
        if (!length.matches("[0-9]{1,9}")) throw new Unacceptable(400);
        if (Integer.parseInt(length) > largest) throw new Unacceptable(413);
        var body = new byte[Integer.parseInt(length)];
        for (int at = 0; at < body.length;) {
            int read = in.read(body, at, body.length - at);
            if (read < 0) throw new EOFException();
            if (System.nanoTime() > end) throw new Unacceptable(408);
            at += read;
        }
        return body;
    }

    /** Whether another request may follow on the same line. */
    boolean keepsOpen() {
        return !"close".equalsIgnoreCase(headers.get("connection"));
    }

    /** Writes an answer; {@code type} is its kind of content. */
    static void answer(OutputStream out, int status, String type, byte[] body, boolean keepOpen) throws IOException {
        var head = "HTTP/1.1 " + status + " \r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                + "\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: " + (keepOpen ? "keep-alive" : "close") + "\r\n\r\n";
        var all = new java.io.ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        out.write(all.toByteArray());
        out.flush();
    }
}
