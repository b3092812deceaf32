package lianqiao.tlog.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import lianqiao.tlog.LogFolder;
import lianqiao.tlog.LogSource;

/** The files of a log behind HTTP. Every wait and every size is bounded, and nobody is led elsewhere: redirects are refused. Thread-safe. */
final class LogSite implements LogSource {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 20_000;
    /** However slowly the bytes drip, one file takes no longer. */
    private static final long WHOLE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final String prefix;

    private LogSite(String prefix) {
        this.prefix = prefix;
    }

    /** A site when it looks like an address, otherwise a folder. */
    static LogSource of(String place) {
        if (place.startsWith("http://") || place.startsWith("https://")) return new LogSite(place.replaceAll("/+$", ""));
        if (place.contains("://")) throw new CannotRun("place.scheme", place);
        if (!Files.isDirectory(Path.of(place))) throw new CannotRun("place.none", place);
        return LogFolder.at(Path.of(place));
    }

    @Override public byte[] read(String path, int most) throws IOException {
        long begun = System.nanoTime();
        var connection = open(path);
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_NOT_FOUND || status == HttpURLConnection.HTTP_GONE) throw new NoSuchFileException(path);
        if (status != HttpURLConnection.HTTP_OK) throw new IOException(path + ": HTTP " + status);
        try (var in = connection.getInputStream()) {
            return readAll(in, path, most, begun);
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        try {
            var connection = (HttpURLConnection) new URI(prefix + "/" + path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setRequestProperty("User-Agent", "lianqiao-tlog");
            return connection;
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            throw new IOException(prefix + " is not an address", e);
        }
    }

    private static byte[] readAll(InputStream in, String path, int most, long begun) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = in.read(buffer)) >= 0;) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > most) throw new IOException(path + " is larger than " + most + " bytes");
            if (System.nanoTime() - begun > WHOLE_NANOS) throw new IOException(path + " takes too long");
        }
        return bytes.toByteArray();
    }
}
