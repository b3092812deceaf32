package lianqiao.outside;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/** A line that opens only to addresses that the guard has looked at, whatever address the caller has found for the name. */
final class GuardedSocket extends Socket {
    private final Guard guard;

    GuardedSocket(Guard guard) {
        super(Proxy.NO_PROXY);
        this.guard = guard;
    }

    @Override public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    /** The first address counts: a mail server that does not answer is asked again later, and then the name is looked up anew. */
    @Override public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress wanted)) throw new NotAllowed(String.valueOf(endpoint), "it is no place in the network");
        var address = guard.addresses(Destination.mail(wanted.getHostString(), wanted.getPort())).getFirst();
        super.connect(new InetSocketAddress(address, wanted.getPort()), timeout);
    }
}
