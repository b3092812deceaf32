package lianqiao.tlog.verify;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a witness answers to a log. */
record Asking(int status, String type, String body) {

    static Asking post(int port, byte[] body) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/add-checkpoint").toURL().openConnection();
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(10_000);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        int status = connection.getResponseCode();
        var in = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        return new Asking(status, connection.getContentType(), in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
}
