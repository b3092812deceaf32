package lianqiao.app;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's connector, which hangs up on clients that are slow on purpose. Its own time-outs count from the last byte, so
 * whoever sends one every few seconds stays for ever; here a whole request has a pace to keep ({@link Pace}). One thread looks
 * at all requests once a second. A request whose body is still coming holds some 100 KB, so not more than {@value #MOST_AT_ONCE} are
 * waited for: then half of them are hung up on at once, those first of which least has come.
 */
public final class ImpatientProtocol extends Http11NioProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(ImpatientProtocol.class);

    /** Requests that are read or answered at one time. */
    static final int MOST_AT_ONCE = 1_500;

    private final AtomicInteger atOnce = new AtomicInteger();
    private final Lock makingRoom = new ReentrantLock();
    private final Set<Watched> processors = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean running;

    /** A processor that tells whose request it reads. */
    private final class Watched extends Http11Processor {
        private volatile SocketWrapperBase<?> connection;

        Watched(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override public SocketState service(SocketWrapperBase<?> reader) throws IOException {
            connection = reader;
            int others = atOnce.getAndIncrement();
            try {
                if (others >= MOST_AT_ONCE) makeRoom();
                return others >= 2 * MOST_AT_ONCE ? SocketState.CLOSED : super.service(reader);
            } finally {
                atOnce.decrementAndGet();
            }
        }

        /** How many bytes its body still lacks; in pieces of unknown length it lacks some until it is answered. */
        private long lacks() {
            var one = getRequest();
            if (one.getRequestProcessor().getStage() != Constants.STAGE_SERVICE || one.getResponse().isCommitted()) return 0;
            return Math.max(0, declared(one) - one.getBytesRead());
        }

        private static long declared(Request one) {
            boolean inPieces = one.getContentLengthLong() < 0 && one.getMimeHeaders().getHeader("transfer-encoding") != null;
            return inPieces ? Long.MAX_VALUE : one.getContentLengthLong();
        }

        boolean isTooSlow(Pace pace, long nanos) {
            var one = getRequest();
            long start = one.getStartTimeNanos();
            if (start <= 0) return false;
            var age = TimeUnit.NANOSECONDS.toMillis(nanos - start);
            return switch (one.getRequestProcessor().getStage()) {
                // Between two pieces of its headers a request counts as ended; one that has ended has no start any more.
                case Constants.STAGE_PARSE, Constants.STAGE_ENDED -> pace.isTooSlowForHeaders(age);
                case Constants.STAGE_SERVICE -> lacks() > 0 && pace.isTooSlowForBody(age, declared(one), one.getBytesRead())
                        || one.getResponse().isCommitted() && pace.isTooSlow(age, one.getResponse().getBytesWritten(false));
                default -> false;
            };
        }

        /**
         * While nobody works at the connection it is closed as a whole. Otherwise only the line is cut in both directions, which wakes whoever
         * waits for it and lets them tidy up. Closed under their hands, it would wake nobody: each would keep its memory until a time-out of its own.
         */
        void hangUp() throws IOException {
            var slow = connection;
            if (slow == null || slow.isClosed()) return;
            if (slow.getLock().tryLock()) {
                try {
                    slow.close();
                } finally {
                    slow.getLock().unlock();
                }
            } else if (slow.getSocket() instanceof NioChannel channel && channel.getIOChannel().isConnected()) {
                cut(channel.getIOChannel());
            }
        }

        private static void cut(SocketChannel line) throws IOException {
            try {
                line.shutdownInput();
                line.shutdownOutput();
            } catch (ClosedChannelException gone) {
                LOG.debug("a line was closed by its other end before it was cut");
            }
        }
    }

    @Override protected Processor createProcessor() {
        var watched = new Watched(this, getAdapter());
        processors.add(watched);
        return watched;
    }

    @Override public void start() throws Exception {
        super.start();
        running = true;
        Thread.ofPlatform().daemon().name("slow-clients").start(this::watch);
    }

    @Override public void stop() throws Exception {
        running = false;
        super.stop();
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(1_000);
                hangUpOnTheSlow();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | IOException e) {
                LOG.warn("looking for slow clients broke off: {}", e.toString());
            }
        }
    }

    private List<Watched> all() {
        synchronized (processors) {
            return List.copyOf(processors);
        }
    }

    /** Hangs up on half of those whose body is still coming. Whoever comes while that is being done need not do it again. */
    private void makeRoom() {
        if (!makingRoom.tryLock()) return;
        try {
            var waiting = new ArrayList<Waiting>();
            for (var one : all()) if (one.lacks() > 0) waiting.add(new Waiting(one, one.getRequest().getBytesRead(), one.getRequest().getStartTimeNanos()));
            waiting.sort(Comparator.comparingLong(Waiting::come).thenComparingLong(Waiting::since));
            var half = waiting.subList(0, (waiting.size() + 1) / 2);
            for (var one : half) one.whose().hangUp();
            if (!half.isEmpty()) LOG.info("too many at once: hung up on {} whose body was still coming", half.size());
        } catch (RuntimeException | IOException e) {
            // Whose request it is may change while it is looked at; whoever comes next makes room again.
            LOG.warn("making room broke off: {}", e.toString());
        } finally {
            makingRoom.unlock();
        }
    }

    /** @param come bytes of its body that have come; @param since when it began, on the server's own scale */
    private record Waiting(Watched whose, long come, long since) {}

    private void hangUpOnTheSlow() throws IOException {
        var pace = Pace.at(getEndpoint().getConnectionCount());
        long now = System.nanoTime();
        int count = 0;
        for (var one : all()) {
            if (!one.isTooSlow(pace, now)) continue;
            one.hangUp();
            count++;
        }
        if (count > 0) LOG.info("hung up on {} slow connections", count);
    }
}
