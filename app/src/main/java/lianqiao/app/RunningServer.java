package lianqiao.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import lianqiao.Lianqiao;
import lianqiao.store.CannotStart;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;

/** The rooms put together over an open installation, with or without the pages in front. */
public final class RunningServer implements AutoCloseable {
    private static final Map<String, Object> SPRING = Map.ofEntries(
            Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("server.shutdown", "graceful"),
            Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "15s"),
            Map.entry("spring.web.error.whitelabel.enabled", "false"),
            Map.entry("server.compression.enabled", "true"),
            Map.entry("server.compression.min-response-size", "1KB"),
            // A connection that sends nothing takes some 30 KB; how many requests are under way is bounded by the filter Crowd, and
            // how long a slow one may hold its line by ImpatientProtocol. More arrivals wait in the system's queue.
            Map.entry("server.tomcat.max-connections", "6000"),
            Map.entry("server.tomcat.keep-alive-timeout", "10s"),
            Map.entry("server.tomcat.accept-count", "1000"),
            Map.entry("server.tomcat.max-http-form-post-size", "2MB"),
            Map.entry("spring.servlet.multipart.max-file-size", "16MB"),
            Map.entry("spring.servlet.multipart.max-request-size", "64MB"),
            Map.entry("spring.jmx.enabled", "false"),
            Map.entry("spring.autoconfigure.exclude", "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration"));

    private final Installation installation;
    private final ConfigurableApplicationContext context;
    private final CountDownLatch ended = new CountDownLatch(1);

    private RunningServer(Installation installation, ConfigurableApplicationContext context) {
        this.installation = installation;
        this.context = context;
    }

    /** Opens everything and takes requests. The port is tried before anything is touched. */
    public static RunningServer start(Settings settings) {
        SafeStart.check(settings);
        refuseTakenPort(settings);
        return start(Installation.open(settings), WebApplicationType.SERVLET);
    }

    /** The rooms without pages, for one-shot commands; beside a running server or alone. */
    public static RunningServer startBeside(Settings settings) {
        return start(Installation.openBeside(settings), WebApplicationType.NONE);
    }

    private static RunningServer start(Installation installation, WebApplicationType type) {
        try {
            var settings = installation.settings();
            var spring = new SpringApplication(Lianqiao.class);
            spring.setWebApplicationType(type);
            // Two rooms may each have a page of the same name, such as CasePage.
            spring.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
            spring.setBannerMode(Banner.Mode.OFF);
            spring.setLogStartupInfo(false);
            spring.setRegisterShutdownHook(false);
            spring.setLazyInitialization(type == WebApplicationType.NONE);
            var properties = new java.util.HashMap<>(SPRING);
            properties.put("server.address", settings.address());
            properties.put("server.port", settings.port());
            // Uploads lie here for a moment, and nobody else's folder for temporary files is the place for them.
            properties.put("server.tomcat.basedir", settings.data().resolve("tomcat").toString());
            properties.put("server.forward-headers-strategy", settings.behindProxy() ? "native" : "none");
            properties.put("server.tomcat.remoteip.internal-proxies", settings.trustedProxies());
            spring.setDefaultProperties(properties);
            spring.addInitializers(empty -> {
                var beans = (GenericApplicationContext) empty;
                beans.registerBean(Installation.class, () -> installation, bean -> bean.setDestroyMethodName(""));
            });
            return new RunningServer(installation, spring.run());
        } catch (RuntimeException e) {
            installation.close();
            throw reason(e);
        }
    }

    /** A sentence for the person at the keyboard, when one lies at the bottom: the framework wraps what a room says while it is put together. */
    private static RuntimeException reason(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) if (cause instanceof CannotStart sentence) return sentence;
        return e;
    }

    private static void refuseTakenPort(Settings settings) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException e) {
            throw new CannotStart("app.port.taken", settings.address(), "" + settings.port());
        }
    }

    /** Whether nobody but this machine can reach it. */
    public boolean isOnlyHere() {
        return SafeStart.isOnlyHere(installation.settings());
    }

    /** The rooms, by type. */
    public <T> T room(Class<T> type) {
        return context.getBean(type);
    }

    /** Waits until the process is told to end (Ctrl-C or TERM) and everything has been closed. */
    public void awaitEnd() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end"));
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes the requests under way, then closes rooms, connections, database and folder. */
    @Override public synchronized void close() {
        if (ended.getCount() == 0) return;
        context.close();
        installation.close();
        ended.countDown();
    }
}
