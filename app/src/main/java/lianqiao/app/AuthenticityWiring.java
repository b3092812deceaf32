package lianqiao.app;

import lianqiao.authenticity.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps floods from drowning the rest. */
@Configuration(proxyBeanMethods = false)
class AuthenticityWiring {
    @Bean Limits limits(Settings settings) {
        return new Limits(settings::limitsPercent);
    }
}
