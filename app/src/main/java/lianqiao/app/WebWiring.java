package lianqiao.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.InstantSource;
import java.util.EnumSet;
import lianqiao.web.Assets;
import lianqiao.web.Crowd;
import lianqiao.web.FormTokens;
import lianqiao.web.LanguageFilter;
import lianqiao.web.Pages;
import lianqiao.web.SecurityHeaders;
import lianqiao.web.Site;
import lianqiao.web.Words;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.filter.RequestContextFilter;

/** Puts the page machinery together. */
@Configuration(proxyBeanMethods = false)
class WebWiring {
    private static final int MOST_INSIDE = 800;

    @Bean Words words(Environment settings) {
        return Words.load(settings.getProperty("lianqiao.strict-words", Boolean.class, false));
    }

    @Bean Assets assets() {
        return Assets.load();
    }

    @Bean Pages pages(Words words, Site site, Assets assets, FormTokens tokens, InstantSource clock) {
        return new Pages(words, site, assets, tokens, clock);
    }

    @Bean FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        return first(new SecurityHeaders(), 0);
    }

    @Bean WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors() {
        return factory -> factory.addContextCustomizers(context -> ((StandardHost) context.getParent()).setErrorReportValveClass(BareError.class.getName()));
    }

    @Bean FilterRegistrationBean<Assets> assetFilter(Assets assets) {
        return first(assets, 1);
    }

    /** Static files are lent before it, and whoever is inside is counted once. */
    @Bean FilterRegistrationBean<Crowd> crowd() {
        return first(new Crowd(MOST_INSIDE), 2);
    }

    @Bean WebServerFactoryCustomizer<TomcatServletWebServerFactory> impatience() {
        return factory -> {
            factory.setProtocol(ImpatientProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("socket.appReadBufSize", "2048");
                connector.setProperty("socket.appWriteBufSize", "4096");
            });
        };
    }

    @Bean FilterRegistrationBean<LanguageFilter> languageFilter() {
        return first(new LanguageFilter(), 3);
    }

    /**
     * Everyone may read and write the public pages: no session, no cookie; their forms carry a signed token instead. So no
     * filter has anything to do here but the firewall in front of all chains, and each would cost every reader some time.
     */
    @Bean @Order(Ordered.LOWEST_PRECEDENCE) SecurityFilterChain everyone() {
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE);
    }

    /** The servlet does this itself. */
    @Bean FilterRegistrationBean<RequestContextFilter> noSecondRequestContext() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    private static <F extends Filter> FilterRegistrationBean<F> first(F filter, int place) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }
}
