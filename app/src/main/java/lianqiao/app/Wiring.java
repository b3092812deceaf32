package lianqiao.app;

import java.time.InstantSource;
import javax.sql.DataSource;
import lianqiao.store.Database;
import lianqiao.store.Followers;
import lianqiao.web.FormTokens;
import lianqiao.web.SecurityContact;
import lianqiao.web.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ground every room stands on: settings, database, clock. Each room has a wiring class of its own beside this one. */
@Configuration(proxyBeanMethods = false)
class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    @Bean Settings settings(Installation installation) {
        return installation.settings();
    }

    @Bean(destroyMethod = "") DataSource dataSource(Installation installation) {
        return installation.pool();
    }

    @Bean Database database(DataSource source, Settings settings) {
        var database = Database.on(source, settings.jurisdiction());
        if (new Followers(database).carryOn()) LOG.info("the database has come to another server; its history is carried on");
        return database;
    }

    /** What every page says about the site. */
    @Bean Site site(Settings settings, Installation installation) {
        return new Site(settings.siteName(), settings.publicUrl().getHost(), settings.siteCode(), settings.zone(),
                settings.sitePhone(), settings.siteEmail(), settings.sourceUrl(),
                settings.published() ? settings.publicUrl().toString() : null, installation.isInvented());
    }

    /** Where weaknesses are reported. */
    @Bean SecurityContact securityContact(Settings settings) {
        return new SecurityContact(settings.securityContact());
    }

    /** The key lies in the data folder, so a form opened before a restart is still good after it. */
    @Bean FormTokens formTokens(Installation installation) {
        return new FormTokens(installation.key("forms"));
    }

    /** The only clock of the house. */
    @Bean InstantSource clock() {
        return InstantSource.system();
    }
}
