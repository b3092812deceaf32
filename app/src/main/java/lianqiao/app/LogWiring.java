package lianqiao.app;

import lianqiao.store.Database;
import lianqiao.store.Events;
import lianqiao.transparency.EventLeaves;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the public log together: every event is written with its leaf. */
@Configuration(proxyBeanMethods = false)
class LogWiring {
    @Bean Events events(Database database) {
        return new Events(database, new EventLeaves());
    }
}
