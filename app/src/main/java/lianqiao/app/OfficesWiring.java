package lianqiao.app;

import lianqiao.cases.Calendars;
import lianqiao.offices.DirectoryFiles;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import lianqiao.offices.SavedFilters;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the directory together. */
@Configuration(proxyBeanMethods = false)
class OfficesWiring {
    @Bean Offices offices(Database database) {
        return Offices.in(database);
    }

    @Bean SavedFilters savedFilters(Database database) {
        return new SavedFilters(database);
    }

    @Bean Routing routing(Offices offices) {
        return new Routing(offices);
    }

    @Bean DirectoryFiles directoryFiles(Offices offices) {
        return new DirectoryFiles(offices);
    }

    @Bean DirectoryLook directoryLook(Offices offices, Calendars calendars) {
        return new DirectoryLook(offices, calendars);
    }
}
