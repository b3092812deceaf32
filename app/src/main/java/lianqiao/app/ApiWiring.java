package lianqiao.app;

import lianqiao.api.CaseExport;
import lianqiao.cases.Cases;
import lianqiao.channels.CaseImport;
import lianqiao.channels.Intake;
import lianqiao.identity.Residents;
import lianqiao.offices.Offices;
import lianqiao.offices.Routing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors by which whole files of cases come and go, and the hall for single messages. */
@Configuration(proxyBeanMethods = false)
class ApiWiring {
    @Bean CaseImport caseImport(Cases cases, Offices offices, Routing routing, Settings settings) {
        return new CaseImport(cases, offices, routing, settings.zone());
    }

    @Bean CaseExport caseExport(Cases cases, Offices offices, Settings settings) {
        return new CaseExport(cases, offices, settings.zone());
    }
}
