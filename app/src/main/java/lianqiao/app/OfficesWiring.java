package lianqiao.app;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.store.Database;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the directory together. */
@Configuration(proxyBeanMethods = false)
class OfficesWiring {
    private static final int SECONDS_BETWEEN_LOOKS = 5;

    @Bean Offices offices(Database database) {
        return Offices.in(database);
    }

    @Bean Routing routing(Offices offices) {
        return new Routing(offices);
    }

    @Bean DirectoryFiles directoryFiles(Offices offices) {
        return new DirectoryFiles(offices);
    }

    /** Every node looks for itself whether another one changed the directory; a database that is away for a while is asked again. */
    @Bean(destroyMethod = "shutdownNow") ScheduledExecutorService directoryLooker(Offices offices) {
        var looker = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("directory").factory());
        looker.scheduleWithFixedDelay(() -> {
            try {
                offices.refresh();
            } catch (RuntimeException e) {
                LoggerFactory.getLogger(OfficesWiring.class).warn("the directory could not be looked at: {}", e.getClass().getSimpleName());
            }
        }, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        return looker;
    }
}
