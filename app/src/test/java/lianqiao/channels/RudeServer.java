package lianqiao.channels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server with bad manners: it repeats addresses in its refusals, or hangs up in the middle of a letter. */
final class RudeServer implements AutoCloseable {
    /** What it does to a letter for the reader it does not like. */
    enum Manner { REFUSES, HANGS_UP }

    private final ServerSocket socket;
    private final String disliked;
    private final Manner manner;

    RudeServer(String disliked, Manner manner) throws IOException {
        this.disliked = disliked;
        this.manner = manner;
        socket = new ServerSocket(0, 50, InetAddress.getByName(MailTown.HOST));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                talk(caller);
            } catch (IOException e) {
                // the caller, or the test, has gone
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 rude");
        boolean disliking = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var word = line.length() < 4 ? "" : line.substring(0, 4).toUpperCase(Locale.ROOT);
            if (word.equals("RCPT")) disliking = line.contains(disliked);
            switch (word) {
                case "RCPT" -> say(caller, disliking && manner == Manner.REFUSES ? "550 5.1.1 " + line + ": nobody of that name" : "250 ok");
                case "DATA" -> {
                    if (disliking) return;
                    say(caller, "354 go on");
                    while (!".".equals(in.readLine())) continue;
                    say(caller, "250 ok");
                }
                case "QUIT" -> { return; }
                default -> say(caller, "250 ok");
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
