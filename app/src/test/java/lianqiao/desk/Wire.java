package lianqiao.desk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Plain HTTP over one connection that is kept as long as the server likes: thousands of requests in a few seconds. Not for use by several threads. */
final class Wire implements AutoCloseable {
    /** After ten seconds without a request the server hangs up; half of that leaves room for a busy machine. */
    private static final long IDLE = 5_000_000_000L;

    private final String local;
    private final URI to;
    private Socket socket;
    private InputStream in;
    private long used = System.nanoTime();

    private Wire(String local, URI to) throws IOException {
        this.local = local;
        this.to = to;
        connect();
    }

    /** From one of the many addresses of the own machine, for what is counted by network. */
    static Wire from(String local, String address) throws IOException {
        return new Wire(local, URI.create(address));
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        socket.bind(new InetSocketAddress(local, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", to.getPort()));
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    record Answer(int status, Map<String, String> headers, String body) {
        String location() {
            return headers.getOrDefault("location", "");
        }

        String title() {
            int begins = body.indexOf("<title>");
            return begins < 0 ? "" : body.substring(begins + 7, body.indexOf("</title>", begins));
        }
    }

    /** @param form url-encoded, or null for a request without a body */
    Answer send(String method, String path, String cookie, String form) throws IOException {
        if (System.nanoTime() - used > IDLE) {
            socket.close();
            connect();
        }
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + to.getHost() + ":" + to.getPort() + "\r\n");
        if (!cookie.isEmpty()) head.append("Cookie: ").append(cookie).append("\r\n");
        var body = form == null ? new byte[0] : form.getBytes(StandardCharsets.UTF_8);
        if (form != null) head.append("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ").append(body.length).append("\r\n");
        var out = new ByteArrayOutputStream();
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        socket.getOutputStream().write(out.toByteArray());
        var answer = answer();
        used = System.nanoTime();
        return answer;
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        var headers = new LinkedHashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            headers.put(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT), line.substring(line.indexOf(':') + 1).strip());
        }
        boolean none = status == 304 || status == 204;
        boolean ends = "close".equalsIgnoreCase(headers.get("connection"));
        var body = none ? new byte[0] : "chunked".equals(headers.get("transfer-encoding")) ? chunks() : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        if (ends) {
            socket.close();
            connect();
        }
        return new Answer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the server has hung up");
            if (c != '\r') line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override public void close() throws IOException {
        socket.close();
    }
}
