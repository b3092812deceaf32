package lianqiao.outside;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a virus scanner about a file, in the words of ClamAV's daemon: INSTREAM, pieces with their length before them, an
 * empty one at the end, and one line back. Every wait is bounded, and so is what is read. Thread-safe.
 */
public final class FileScanner {
    private static final Logger LOG = LoggerFactory.getLogger(FileScanner.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int PIECE = 64 * 1024;
    private static final int MOST_ANSWERED = 1_024;

    private final Guard guard;
    private final Destination where;
    private final int patience;

    /** @param patience for the answer about one file; the line is opened and written to within this too, or a little more */
    public FileScanner(Guard guard, Destination where, Duration patience) {
        this.guard = guard;
        this.where = where;
        this.patience = Math.toIntExact(patience.toMillis());
    }

    /** Whether the scanner finds something in the file; empty when it cannot be asked now or does not know. */
    public Optional<Boolean> isHarmful(byte[] file) {
        try (var line = new Socket(Proxy.NO_PROXY)) {
            line.connect(new InetSocketAddress(guard.addresses(where).getFirst(), where.port()), CONNECT_MILLIS);
            line.setSoTimeout(patience);
            send(file, line);
            return understood(answer(line));
        } catch (IOException e) {
            LOG.warn("the scanner cannot be asked: {}", e.toString());
            return Optional.empty();
        }
    }

    private static void send(byte[] file, Socket line) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(line.getOutputStream(), PIECE));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int at = 0; at < file.length; at += PIECE) {
            int length = Math.min(PIECE, file.length - at);
            out.writeInt(length);
            out.write(file, at, length);
        }
        out.writeInt(0);
        out.flush();
    }

    /** Up to the zero at the end, the end of the line or more than any scanner has to say. */
    private static String answer(Socket line) throws IOException {
        var in = line.getInputStream();
        var said = new StringBuilder();
        for (int c = in.read(); c > 0 && said.length() < MOST_ANSWERED; c = in.read()) said.append((char) c);
        return said.toString().strip();
    }

    /** {@code stream: OK}, {@code stream: NAME FOUND}; everything else, such as a file above the scanner's own limit, is no answer. */
    static Optional<Boolean> understood(String answer) {
        if (answer.equals("stream: OK")) return Optional.of(false);
        if (answer.matches("stream: .+ FOUND")) return Optional.of(true);
        LOG.warn("the scanner does not know: {}", answer.replaceAll("[^ -~]", "?"));
        return Optional.empty();
    }
}
