package lianqiao.outside;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Asks other servers over http and https, each only if the guard lets it. No redirect is followed, no cookie kept, nothing tried
 * twice, nothing unpacked, no proxy of the machine used; time and size are bounded. Certificates are checked against the
 * name. Thread-safe.
 */
public final class WayOut implements AutoCloseable {
    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_ADDRESSES = 4;
    private static final ScopedValue<UnderWay> UNDER_WAY = ScopedValue.newInstance();
    private final Guard guard;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService bell = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("way-out").factory());

    public WayOut(Guard guard) {
        this.guard = guard;
        // Scheme and port were checked against the very destination before; here only the name is left, so any way to it is enough.
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new Pinned()).setConnectionConfigResolver(_ -> connecting()).setMaxConnTotal(MOST_AT_ONCE).setMaxConnPerRoute(MOST_AT_ONCE).build())
                .setConnectionReuseStrategy((_, _, _) -> false)
                .disableRedirectHandling().disableCookieManagement().disableAuthCaching().disableAutomaticRetries().disableContentCompression()
                .setUserAgent("Lianqiao").build();
    }

    /** The call under way in this thread: its addresses were looked up once, and the connection goes nowhere else. */
    private record UnderWay(InetAddress[] addresses, Timeout patience) {}

    private static ConnectionConfig connecting() {
        return ConnectionConfig.custom().setConnectTimeout(UNDER_WAY.get().patience()).build();
    }

    /** @throws IOException when it is not allowed ({@link NotAllowed}), takes too long, is too long or breaks off */
    public Answer ask(Call call) throws IOException {
        Destination destination;
        try {
            destination = Destination.of(call.address());
        } catch (IllegalArgumentException e) {
            throw new NotAllowed("an address", "it is none this program could call");
        }
        if (destination.way().equals("smtp")) throw new NotAllowed(destination.toString(), "it is no web server");
        var addresses = guard.addresses(destination).stream().limit(MOST_ADDRESSES).toArray(InetAddress[]::new);
        return ScopedValue.where(UNDER_WAY, new UnderWay(addresses, Timeout.of(call.patience()))).<Answer, IOException>call(() -> send(call));
    }

    private Answer send(Call call) throws IOException {
        var request = new HttpUriRequestBase(call.method(), call.address());
        call.headers().forEach(request::setHeader);
        if (call.body().length > 0) request.setEntity(new ByteArrayEntity(call.body(), request.getFirstHeader("Content-Type") == null ? ContentType.APPLICATION_OCTET_STREAM : null));
        var patience = UNDER_WAY.get().patience();
        request.setConfig(RequestConfig.custom().setConnectionRequestTimeout(patience).setResponseTimeout(patience).build());
        var rung = new AtomicBoolean();
        var end = bell.schedule(() -> {
            rung.set(true);
            request.cancel();
        }, call.patience().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(request, answer -> read(answer, request, call.mostBytes()));
        } catch (IOException e) {
            if (rung.get()) throw new InterruptedIOException(call + " took too long");
            throw e;
        } finally {
            end.cancel(false);
        }
    }

    private static Answer read(ClassicHttpResponse answer, HttpUriRequestBase request, int mostBytes) throws IOException {
        var headers = new HashMap<String, String>();
        for (var header : answer.getHeaders()) headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        if (answer.getEntity() == null) return new Answer(answer.getCode(), headers, new byte[0]);
        try (var stream = answer.getEntity().getContent()) {
            var body = stream.readNBytes(mostBytes + 1);
            if (body.length > mostBytes) {
                request.cancel();   // or closing the stream would read on to an end that may never come
                throw new IOException("an answer of more than " + mostBytes + " bytes");
            }
            return new Answer(answer.getCode(), headers, body);
        }
    }

    /** Answers with what the guard has looked at and asks nobody. */
    private static final class Pinned implements DnsResolver {
        @Override public InetAddress[] resolve(String host) throws UnknownHostException {
            return UNDER_WAY.orElseThrow(() -> new UnknownHostException("asked past the guard")).addresses();
        }

        @Override public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @Override public void close() {
        bell.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
