package lianqiao.app;

import java.time.InstantSource;
import java.util.List;
import lianqiao.app.demo.DemoKeys;
import lianqiao.app.demo.DemoTown;
import lianqiao.cases.Cases;
import lianqiao.cases.Photos;
import lianqiao.desk.DemoPeople;
import lianqiao.desk.Doors;
import lianqiao.desk.Readers;
import lianqiao.desk.Sessions;
import lianqiao.identity.OfficerLogins;
import lianqiao.identity.Residents;
import lianqiao.offices.Offices;
import lianqiao.store.Database;
import lianqiao.web.Site;
import lianqiao.web.Words;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;

/** Who may enter the desk. The public pages have a chain of their own, without sessions, in {@link WebWiring}. */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {
    @Bean Sessions sessions(OfficerLogins logins, Readers readers, InstantSource clock) {
        return new Sessions(logins, readers, clock);
    }

    /** Only the invented city has people who can be tried out. */
    @Bean DemoPeople demoPeople(Installation installation, Database database, Offices offices, OfficerLogins logins, Residents residents, Cases cases,
            Photos photos, Words words, Site site) {
        if (!site.demo()) return now -> List.of();
        var settings = installation.settings();
        var town = new DemoTown(database, offices, logins, residents, cases, photos, settings.zone(), settings.data());
        return new DemoGuides(town, DemoKeys.from(installation.key("demo")), words, settings);
    }

    /** It stands in the chain of the desk and nowhere else. */
    @Bean FilterRegistrationBean<Sessions> sessionsStandInTheChain(Sessions sessions) {
        var registration = new FilterRegistrationBean<>(sessions);
        registration.setEnabled(false);
        return registration;
    }

    /** Signed-in officers only; each form carries the session's token; nothing is remembered for the public pages. */
    @Bean @Order(1) SecurityFilterChain officers(HttpSecurity http, Sessions sessions, Doors doors) throws Exception {
        return http.securityMatcher("/desk", "/desk/**")
                .authorizeHttpRequests(desk -> desk
                        .requestMatchers("/desk/sign-in").permitAll()
                        .requestMatchers("/desk/second-factor", "/desk/sign-out").authenticated()
                        .anyRequest().hasAuthority(Sessions.WHOLE))
                .addFilterBefore(sessions, CsrfFilter.class)
                .exceptionHandling(closed -> closed.authenticationEntryPoint(doors).accessDeniedHandler(doors))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The officers' cookie: no script reads it, no other site sends it along with a form, and over https no other host can set it. */
    @Bean WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(Settings settings) {
        boolean safe = settings.publicUrl().getScheme().equals("https");
        return factory -> {
            var session = factory.getSettings().getSession();
            session.setTimeout(Sessions.IDLE);
            session.setTrackingModes(java.util.Set.of(org.springframework.boot.web.server.servlet.Session.SessionTrackingMode.COOKIE));
            var cookie = session.getCookie();
            cookie.setName(safe ? "__Host-desk" : "desk");
            cookie.setSecure(safe);
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setSameSite(SameSite.LAX);
        };
    }
}
