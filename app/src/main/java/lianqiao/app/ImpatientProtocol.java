package lianqiao.app;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Adapter;
import org.apache.coyote.Constants;
import org.apache.coyote.Processor;
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
 * at all requests once a second.
 */
public final class ImpatientProtocol extends Http11NioProtocol {
    private static final Logger LOG = LoggerFactory.getLogger(ImpatientProtocol.class);

    private final Set<Watched> processors = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean running;

    /** A processor that tells whose request it reads. */
    private static final class Watched extends Http11Processor {
        private volatile SocketWrapperBase<?> connection;

        Watched(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override public SocketState service(SocketWrapperBase<?> reader) throws IOException {
            connection = reader;
            return super.service(reader);
        }

        boolean isTooSlow(Pace pace, long nanos) {
            var one = getRequest();
            long start = one.getStartTimeNanos();
            if (start <= 0) return false;
            var age = TimeUnit.NANOSECONDS.toMillis(nanos - start);
            return switch (one.getRequestProcessor().getStage()) {
                // Between two pieces of its headers a request counts as ended; one that has ended has no start any more.
                case Constants.STAGE_PARSE, Constants.STAGE_ENDED -> pace.isTooSlowForHeaders(age);
                case Constants.STAGE_SERVICE -> pace.isTooSlowForBody(age, one.getContentLengthLong(), one.getBytesRead())
                        || one.getResponse().isCommitted() && pace.isTooSlow(age, one.getResponse().getBytesWritten(false));
                default -> false;
            };
        }

        /**
         * While nobody works at the connection it is closed as a whole. Otherwise only the line is cut: whoever works at it
         * finds that out, at the latest when their own time-out passes, and tidies up.
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
            } else if (slow.getSocket() instanceof NioChannel channel) {
                Closeable line = channel.getIOChannel();
                line.close();
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

    private void hangUpOnTheSlow() throws IOException {
        List<Watched> all;
        synchronized (processors) {
            all = List.copyOf(processors);
        }
        var pace = Pace.at(getEndpoint().getConnectionCount());
        long now = System.nanoTime();
        int count = 0;
        for (var one : all) {
            if (!one.isTooSlow(pace, now)) continue;
            one.hangUp();
            count++;
        }
        if (count > 0) LOG.info("hung up on {} slow connections", count);
    }
}
