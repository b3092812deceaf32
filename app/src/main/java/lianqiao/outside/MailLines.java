package lianqiao.outside;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Lines to mail servers for a mail library, which knows how to speak and is not to choose to whom. Thread-safe. */
public final class MailLines extends SocketFactory {
    private final Guard guard;

    public MailLines(Guard guard) {
        this.guard = guard;
    }

    @Override public Socket createSocket() {
        return new GuardedSocket(guard);
    }

    @Override public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("a line is opened by connecting it");
    }

    @Override public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }

    @Override public Socket createSocket(InetAddress host, int port) {
        return createSocket(host.getHostName(), port);
    }

    @Override public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        return createSocket(host, port);
    }
}
