package lianqiao.app;

import java.time.InstantSource;
import javax.sql.DataSource;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ground every room stands on: settings, database, clock. Each room has a wiring class of its own beside this one. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    @Bean Settings settings(Installation installation) {
        return installation.settings();
    }

    @Bean(destroyMethod = "") DataSource dataSource(Installation installation) {
        return installation.pool();
    }

    @Bean Database database(DataSource source, Settings settings) {
        return Database.on(source, settings.jurisdiction());
    }

    /** The only clock of the house. */
    @Bean InstantSource clock() {
        return InstantSource.system();
    }
}
