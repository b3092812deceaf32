package lianqiao.channels.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Encryption in front of a mail server that knows none: from the first byte, or after STARTTLS (RFC 3207). */
final class TlsFront implements AutoCloseable {
    private final ServerSocket socket;
    private final SSLContext identity;
    private final boolean fromTheFirstByte;
    private final int behind;
    /** What a listener on the line could read. */
    final List<String> inTheClear = new CopyOnWriteArrayList<>();

    TlsFront(SSLContext identity, boolean fromTheFirstByte, int behind) throws IOException {
        this.identity = identity;
        this.fromTheFirstByte = fromTheFirstByte;
        this.behind = behind;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> talk(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller) {
            if (!fromTheFirstByte) untilTls(caller);
            var sealed = (SSLSocket) identity.getSocketFactory().createSocket(caller, null, caller.getPort(), true);
            sealed.setUseClientMode(false);
            sealed.startHandshake();
            try (var server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                if (!fromTheFirstByte) while (server.getInputStream().read() != '\n') continue;   // the greeting has been said already
                var back = Thread.ofVirtual().start(() -> pour(server, sealed));
                pour(sealed, server);
                back.join();
            }
        } catch (IOException e) {
            // the caller does not trust us, or has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void untilTls(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII), 1);
        say(caller, "220 front");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            inTheClear.add(line.split(" ")[0]);
            if (line.equals("STARTTLS")) {
                say(caller, "220 go on");
                return;
            }
            say(caller, line.startsWith("EHLO") ? "250-front\r\n250 STARTTLS" : "530 5.7.0 say STARTTLS first");
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void pour(Socket from, Socket to) {
        try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    @Override public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
