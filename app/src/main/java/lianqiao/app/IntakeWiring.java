package lianqiao.app;

import lianqiao.cases.Cases;
import lianqiao.channels.Intake;
import lianqiao.identity.Residents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hall that every door leads into. */
@Configuration(proxyBeanMethods = false)
class IntakeWiring {
    @Bean Intake intake(Residents residents, Cases cases) {
        return new Intake(residents, cases);
    }
}
