package lianqiao.app;

import lianqiao.cases.Cases;
import lianqiao.cases.OwnCases;
import lianqiao.channels.Intake;
import lianqiao.identity.Residents;
import lianqiao.store.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hall that every door leads into. */
@Configuration(proxyBeanMethods = false)
class IntakeWiring {
    @Bean Intake intake(Database database, Residents residents, Cases cases, OwnCases own) {
        return new Intake(database, residents, cases, own);
    }
}
